using System.Text.Json;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>A stop as people read it: on the dispatcher's page, the sheet and the crew's phone.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Window">上午 or 下午.</param>
/// <param name="Township">Name of the township.</param>
/// <param name="Village">What people call the village.</param>
/// <param name="Address">Address inside the village; null when masked or erased.</param>
/// <param name="Phone">Masked or whole phone, as people read it; null once erased.</param>
/// <param name="Dial">Digits to dial; null when masked or erased.</param>
/// <param name="Name">How to address the resident; null when masked or not given.</param>
/// <param name="Access">What can drive there, in words.</param>
/// <param name="Floor">Floor and lift in words; null when not told.</param>
/// <param name="Items">What, in words.</param>
/// <param name="CubicMetres">Volume.</param>
/// <param name="Note">The resident's note; null when masked or none.</param>
/// <param name="Result">The result that stands; null when there is none yet.</param>
public sealed record StopView(StoredBooking Booking, string Window, string Township, string Village, string? Address, string? Phone, string? Dial, string? Name,
    string Access, string? Floor, string Items, decimal CubicMetres, string? Note, StoredResult? Result)
{
    /// <summary>Township and village: what a map app is asked for where the door is nobody's business.</summary>
    public string Where => $"天津市蓟州区{Township}{Village}";

    /// <summary>The view; personal data only when <paramref name="isOpen"/>.</summary>
    public static StopView Of(StoredBooking booking, RoundDesk desk, bool isOpen, StoredResult? result)
    {
        var facts = desk.Bookings.Facts;
        var quote = JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!;
        var (personal, village) = (desk.Open(booking), facts.Geo.Village(booking.Village));
        var phone = personal is null ? default : PhoneNumber.FromStored(personal.Phone);
        return new StopView(booking, facts.Book.Rules.Window(booking.Slot.Window)?.Name ?? booking.Slot.Window,
            village is null ? "" : facts.Geo.Township(village.Township)?.Name ?? "", village?.Name ?? booking.Village, isOpen ? personal?.Address : null,
            personal is null ? null : isOpen ? phone.Digits : phone.Masked, isOpen ? personal?.Phone : null, isOpen ? personal?.Name : null,
            AccessWords(booking.Access), FloorWords(personal), string.Join("，", quote.Lines.Select(l => $"{l.Name} {l.Count}{l.Unit}")), quote.CubicMetres,
            isOpen ? personal?.Note : null, result);
    }

    private static string AccessWords(string access) => access == DoorAccess.Unknown ? "不清楚车能不能到，去之前先打电话" : DoorAccess.NameOf(access);

    private static string? FloorWords(Personal? personal) => personal switch
    {
        { Floor: { } floor, Lift: { } lift } => $"{floor} 楼，{(lift ? "有电梯" : "没有电梯")}",
        { Floor: { } floor } => $"{floor} 楼",
        { Lift: { } lift } => lift ? "有电梯" : "没有电梯",
        _ => null,
    };
}
