using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jizhou.Public.Api.Places.Hours;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>A place for machines: schema.org <c>RecyclingCenter</c> as JSON-LD. An invented position is not published as one.</summary>
public static class PlaceData
{
    private static readonly JsonWriterOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }; // escapes "<", so that no text closes the element

    /// <summary>The element for the head.</summary>
    public static string Of(PlaceEntry entry, DateOnly? today, PlaceWords words, string canonical)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Safe))
        {
            Write(json, entry, today, words, canonical);
        }

        return $"<script type=\"application/ld+json\">{Encoding.UTF8.GetString(buffer.WrittenSpan)}</script>";
    }

    private static void Write(Utf8JsonWriter json, PlaceEntry entry, DateOnly? today, PlaceWords words, string canonical)
    {
        var place = entry.Place;
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "RecyclingCenter");
        json.WriteString("@id", canonical);
        json.WriteString("url", canonical);
        json.WriteString("name", place.Name);
        json.WriteString("description", (place.Sample ? "示例数据，请勿前往。" : "") + $"{words.KindName(place.Kind)}，收{words.MaterialNames(place.Accepts)}。");
        Optional(json, "telephone", place.Phone);
        Optional(json, "image", place.Photo is { } photo ? new Uri(new Uri(canonical), photo.Url).AbsoluteUri : null);
        json.WriteStartObject("address");
        json.WriteString("@type", "PostalAddress");
        json.WriteString("addressCountry", "CN");
        json.WriteString("addressRegion", "天津市");
        json.WriteString("addressLocality", "蓟州区");
        Optional(json, "streetAddress", place.Address);
        json.WriteEndObject();
        if (entry.Position is { } at && !place.Illustrative)
        {
            json.WriteStartObject("geo");
            json.WriteString("@type", "GeoCoordinates");
            json.WriteNumber("latitude", Math.Round(at.Lat, 6));
            json.WriteNumber("longitude", Math.Round(at.Lng, 6));
            json.WriteEndObject();
        }

        if (today is { } first && entry.Hours.IsUnderstood)
        {
            Hours(json, entry.Hours, first, words);
        }

        json.WriteEndObject();
    }

    /// <summary>The coming week day by day: holidays are already worked in.</summary>
    private static void Hours(Utf8JsonWriter json, OpeningHours hours, DateOnly first, PlaceWords words)
    {
        json.WriteStartArray("openingHoursSpecification");
        foreach (var day in Enumerable.Range(0, 7).Select(first.AddDays))
        {
            foreach (var span in hours.On(day, words.StateOf).Where(span => span.Effect == RuleEffect.Open))
            {
                json.WriteStartObject();
                json.WriteString("@type", "OpeningHoursSpecification");
                json.WriteString("dayOfWeek", $"https://schema.org/{day.DayOfWeek}");
                json.WriteString("validFrom", day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("validThrough", day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("opens", Clock(span.Start));
                json.WriteString("closes", span.End == 1440 ? "23:59" : Clock(span.End));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string member, string? text)
    {
        if (text is not null)
        {
            json.WriteString(member, text);
        }
    }

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
