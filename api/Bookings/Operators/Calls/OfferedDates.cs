using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>What can be told to a caller before anything is kept: volume and fee, and the dates with room for them.</summary>
/// <param name="Quote">Volume and fee; null when the items are not right.</param>
/// <param name="Slots">Slots that can be chosen, in order.</param>
public sealed record OfferedDates(Quote? Quote, IReadOnlyList<OfferedSlot> Slots)
{
    /// <summary>Nothing yet.</summary>
    public static OfferedDates Nothing { get; } = new(null, []);

    /// <summary>The dates for a village, a class and some items, right now; hold and confirmation decide.</summary>
    public static async Task<OfferedDates> OfAsync(string village, string booker, IReadOnlyList<ItemWish?> items, BookingDesk desk, CancellationToken cancellationToken)
    {
        var facts = desk.Facts;
        if (facts.Village(village) is not { } place || facts.Booker(booker) is not { } found)
        {
            return Nothing;
        }

        var (lines, refused) = ItemLines.Check(items, facts.Book, found);
        if (refused.Count > 0)
        {
            return Nothing;
        }

        var now = desk.Clock.Now;
        var (first, last) = SlotCalendar.Horizon(facts.Book.Rules, now);
        var taken = await desk.Database.ReadAsync(c => SlotStore.TakenAsync(c, place.Area.Code, first, last), cancellationToken);
        var wish = facts.WishOf(found, SlotShares.Of(lines));
        var slots = SlotCalendar.Open(facts.Book, place.Area, wish, facts.Holidays, taken, now, first, lines.Sum(line => line.Litres));
        return new OfferedDates(Quote.Of(lines, facts.Book, found, desk.Clock.Today), [.. slots.Where(slot => slot.Available)]);
    }
}
