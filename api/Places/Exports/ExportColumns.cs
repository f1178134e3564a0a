using System.Globalization;
using System.Text.Json;

namespace Jizhou.Public.Api.Places.Exports;

/// <summary>One property of an exported place: text, yes/no or nothing.</summary>
/// <param name="Name">Name of the column and property.</param>
/// <param name="Text">The value as text, or null.</param>
/// <param name="IsFlag">Whether the text is "true" or "false" and belongs unquoted into JSON.</param>
internal sealed record ExportColumn(string Name, Func<PlaceEntry, PlaceWords, string?> Text, bool IsFlag = false)
{
    /// <summary>Writes the property.</summary>
    public void WriteTo(Utf8JsonWriter json, PlaceEntry entry, PlaceWords words)
    {
        var text = Text(entry, words);
        if (IsFlag && text is not null)
        {
            json.WriteBoolean(Name, text == "true");
        }
        else
        {
            json.WriteString(Name, text);
        }
    }
}

/// <summary>What exports say about a place, the same in every format; lists are codes separated by blanks.</summary>
internal static class ExportColumns
{
    /// <summary>All columns but id and position.</summary>
    public static readonly IReadOnlyList<ExportColumn> All =
    [
        new("name", (entry, _) => entry.Place.Name),
        new("kind", (entry, _) => entry.Place.Kind),
        new("kindName", (entry, words) => words.KindName(entry.Place.Kind)),
        new("accepts", (entry, _) => string.Join(' ', entry.Place.Accepts)),
        new("rejects", (entry, _) => string.Join(' ', entry.Place.Rejects)),
        new("audience", (entry, _) => entry.Place.Audience),
        new("setting", (entry, _) => entry.Place.Setting),
        new("level", (entry, _) => entry.Place.Level),
        new("dualNetwork", (entry, _) => Flag(entry.Place.DualNetwork), IsFlag: true),
        new("appointmentOnly", (entry, _) => Flag(entry.Place.AppointmentOnly), IsFlag: true),
        new("pays", (entry, _) => Flag(entry.Place.Pays), IsFlag: true),
        new("stepFree", (entry, _) => Flag(entry.Place.StepFree), IsFlag: true),
        new("access", (entry, _) => entry.Place.Access),
        new("phone", (entry, _) => entry.Place.Phone),
        new("operator", (entry, _) => entry.Place.Operator),
        new("hours", (entry, _) => entry.Place.Hours),
        new("dates", (entry, _) => string.Join(' ', entry.Place.Dates.Select(Day))),
        new("lunar", (entry, _) => string.Join(' ', entry.Place.Lunar)),
        new("township", (entry, _) => entry.Place.Township),
        new("townshipName", (entry, words) => words.Geo.Township(entry.Place.Township ?? "")?.Name),
        new("village", (entry, _) => entry.Place.Village),
        new("villageName", (entry, words) => words.Geo.Village(entry.Place.Village ?? "")?.Name),
        new("address", (entry, _) => entry.Place.Address),
        new("source", (entry, _) => entry.Place.Source),
        new("licence", (entry, _) => entry.Place.Licence),
        new("lastVerified", (entry, _) => entry.Place.LastVerified is { } day ? Day(day) : null),
        new("verifiedBy", (entry, _) => entry.Place.VerifiedBy),
        new("photo", (entry, _) => entry.Place.Photo?.Url),
        new("photoAlt", (entry, _) => entry.Place.Photo?.Alt),
        new("illustrative", (entry, _) => Flag(entry.Place.Illustrative), IsFlag: true),
        new("sample", (entry, _) => Flag(entry.Place.Sample), IsFlag: true),
    ];

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string? Flag(bool? flag) => flag switch { null => null, true => "true", false => "false" };
}
