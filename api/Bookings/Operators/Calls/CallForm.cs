using System.Globalization;
using System.Security.Cryptography;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>What an operator typed while somebody was on the phone; kept as it was typed until it is right.</summary>
/// <param name="Key">Random name of this form: sent twice, it is one booking.</param>
/// <param name="VillageWords">What was typed for the village.</param>
/// <param name="VillageCode">The village chosen among several.</param>
/// <param name="Class">Who books.</param>
/// <param name="Counts">How many of each item.</param>
/// <param name="Access">How near a truck comes.</param>
/// <param name="Floor">Floor.</param>
/// <param name="Lift">yes, no or blank.</param>
/// <param name="Slot">The slot chosen.</param>
/// <param name="Address">Address inside the village.</param>
/// <param name="Phone">Phone of the resident.</param>
/// <param name="Name">How to address them.</param>
/// <param name="Note">For the crew.</param>
public sealed record CallForm(string Key, string VillageWords, string VillageCode, string Class, IReadOnlyDictionary<string, string> Counts, string Access, string Floor,
    string Lift, string Slot, string Address, string Phone, string Name, string Note)
{
    private const int KeyBytes = 16;

    /// <summary>An empty form.</summary>
    public static CallForm New(PickupFacts facts) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)), "", "", facts.Book.DefaultClass.Code,
        new Dictionary<string, string>(), DoorAccess.Unknown, "", "", "", "", "", "", "");

    /// <summary>A form that was sent; one whose name is not ours gets a new name.</summary>
    public static CallForm Of(IFormCollection form, PickupFacts facts)
    {
        var key = form["key"].ToString();
        return new CallForm(
            key.Length == 2 * KeyBytes && key.All(char.IsAsciiHexDigitLower) ? key : New(facts).Key,
            form["village-words"].ToString().Trim(), form["village"].ToString(), form["class"].ToString(), ItemCounts.Of(form), form["access"].ToString(), form["floor"].ToString().Trim(),
            form["lift"].ToString(), form["slot"].ToString(), form["address"].ToString(), form["phone"].ToString(), form["name"].ToString(), form["note"].ToString());
    }

    /// <summary>What is wished.</summary>
    public IReadOnlyList<ItemWish?> Wishes => ItemCounts.Wishes(Counts);

    /// <summary>What a hold needs. A floor that is no number becomes one that the engine refuses by name.</summary>
    public CreateHold.Request Hold(string village) => new()
    {
        Slot = Slot,
        Village = village,
        Address = Address,
        Class = Class,
        Access = Access,
        Floor = Floor.Length == 0 ? null : int.TryParse(Floor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var floor) ? floor : int.MaxValue,
        Lift = Lift switch { "yes" => true, "no" => false, _ => null },
        Items = Wishes,
    };

    /// <summary>The villages that are meant: one when it is clear, several to choose from, none when nobody knows such a village within reach.</summary>
    public IReadOnlyList<Village> Villages(DeskReach reach, PickupFacts facts)
    {
        var exact = DeskVillages.All(reach, facts).Where(village => village.Code == VillageWords || DeskVillages.NameOf(village, facts) == VillageWords).ToList();
        var like = exact.Count > 0 ? exact : [.. DeskVillages.Like(VillageWords, reach, facts)];
        return like.Find(village => village.Code == VillageCode) is { } chosen ? [chosen] : like;
    }
}
