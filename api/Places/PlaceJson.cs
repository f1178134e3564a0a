using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jizhou.Public.Api.Places.Directions;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Villages;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>Writes the pieces of a place's JSON.</summary>
internal static class PlaceJson
{
    // Answers are application/json with nosniff, so nothing in them can act as HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"id":…,"name":…,"kind":…,"kindName":…</c></summary>
    public static byte[] Head(PlaceEntry entry, PlaceWords words) => Members(json =>
    {
        json.WriteString("id"u8, entry.Place.Id);
        json.WriteString("name"u8, entry.Place.Name);
        json.WriteString("kind"u8, entry.Place.Kind);
        json.WriteString("kindName"u8, words.KindName(entry.Place.Kind));
    }, first: true);

    /// <summary><c>,"position":{"lng":…,"lat":…}</c> rounded to 7 decimals (1 cm), or null.</summary>
    public static byte[] Position(PlaceEntry entry, Crs crs) => Members(json => Point(json, entry.Position, crs));

    /// <summary><c>{"lng":…,"lat":…,"metres":…}</c>, the nearest point inside the district.</summary>
    public static byte[] Inside(Position position, Crs crs, double metres)
    {
        var (lng, lat) = ChinaDatum.FromWgs84(position, crs);
        var (x, y, far) = (Math.Round(lng, 7), Math.Round(lat, 7), Math.Round(metres, MidpointRounding.AwayFromZero));
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"lng\":{x},\"lat\":{y},\"metres\":{far}}}"));
    }

    /// <summary>Township to sample.</summary>
    public static byte[] Tail(PlaceEntry entry, PlaceWords words) => Members(json =>
    {
        var place = entry.Place;
        Named(json, "township"u8, place.Township, words.Geo.Township(place.Township ?? "")?.Name);
        Named(json, "village"u8, place.Village, words.Geo.Village(place.Village ?? "")?.Name);
        json.WriteString("address"u8, place.Address);
        Strings(json, "materials"u8, place.Accepts);
        json.WriteString("acceptsText"u8, words.MaterialNames(place.Accepts));
        json.WriteString("audience"u8, place.Audience);
        json.WriteBoolean("appointmentOnly"u8, place.AppointmentOnly);
        Flag(json, "pays"u8, place.Pays);
        Flag(json, "stepFree"u8, place.StepFree);
        json.WriteString("page"u8, $"/places/{place.Id}/");
        json.WriteBoolean("illustrative"u8, place.Illustrative);
        json.WriteBoolean("sample"u8, place.Sample);
    });

    /// <summary>What only the place's own address shows.</summary>
    public static byte[] Detail(PlaceEntry entry, PlaceWords words) => Members(json =>
    {
        var place = entry.Place;
        json.WriteString("hours"u8, place.Hours);
        json.WriteString("hoursText"u8, HoursWords.Of(entry.Hours));
        Strings(json, "dates"u8, [.. place.Dates.Select(Day)]);
        Lunar(json, place.Lunar);
        Strings(json, "rejects"u8, place.Rejects);
        json.WriteString("rejectsText"u8, words.MaterialNames(place.Rejects));
        json.WriteString("setting"u8, place.Setting);
        json.WriteString("level"u8, place.Level);
        json.WriteBoolean("dualNetwork"u8, place.DualNetwork);
        Prices(json, place.Prices);
        json.WriteString("access"u8, place.Access);
        json.WriteString("phone"u8, place.Phone);
        json.WriteString("operator"u8, place.Operator);
        Photo(json, place.Photo);
        json.WriteString("source"u8, place.Source);
        json.WriteString("licence"u8, place.Licence);
        json.WriteString("lastVerified"u8, place.LastVerified?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("verifiedBy"u8, place.VerifiedBy);
    });

    /// <summary>The village a list starts from, or null.</summary>
    public static byte[] Near(NearVillage? village, Crs crs) => Members(json =>
    {
        if (village is null)
        {
            json.WriteNull("near"u8);
            return;
        }

        json.WriteStartObject("near"u8);
        json.WriteString("code"u8, village.Code);
        json.WriteString("name"u8, village.Name);
        Point(json, village.Position, crs);
        json.WriteEndObject();
    });

    /// <summary>Links to the maps people use, each in its own datum; none for a place without a position.</summary>
    public static byte[] Directions(PlaceEntry entry) => Members(json =>
    {
        json.WriteStartArray("directions"u8);
        foreach (var link in entry.Position is { } position ? MapLinks.To(position, entry.Place.Name, entry.Place.Address) : [])
        {
            json.WriteStartObject();
            json.WriteString("app"u8, link.App);
            json.WriteString("name"u8, link.Name);
            json.WriteString("crs"u8, link.Crs);
            json.WriteString("url"u8, link.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Whether it is open, and what its terminal says; a report that is not live keeps its time but loses its values.</summary>
    public static byte[] Now(OpenAnswer answer, string words, IReadOnlyList<DateOnly> days, TerminalStatus? status, DateTimeOffset now) => Members(json =>
    {
        json.WriteString("open"u8, answer.State.Code());
        json.WriteString("openText"u8, words);
        Instant(json, "closesAt"u8, answer.ClosesAt);
        Instant(json, "nextOpening"u8, answer.NextOpening);
        Strings(json, "nextDates"u8, [.. days.Select(Day)]);
        if (status is null)
        {
            json.WriteNull("terminal"u8);
            return;
        }

        var live = status.IsLive(now);
        json.WriteStartObject("terminal"u8);
        json.WriteBoolean("live"u8, live);
        json.WriteString("state"u8, live ? status.State : "unknown");
        json.WriteString("stateText"u8, status.InWords(now));
        Instant(json, "reportedAt"u8, status.ReportedAt);
        json.WriteStartObject("fill"u8);
        foreach (var (material, percent) in status.Fill.Where(_ => live))
        {
            json.WriteNumber(material, percent);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes members without the braces around them: the first piece keeps the opening one, later ones get a comma.</summary>
    private static byte[] Members(Action<Utf8JsonWriter> write, bool first = false)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var bytes = buffer.WrittenSpan[..^1].ToArray();
        bytes[0] = first ? (byte)'{' : (byte)',';
        return bytes;
    }

    private static void Point(Utf8JsonWriter json, Geo.Position? at, Crs crs)
    {
        if (at is not { } position)
        {
            json.WriteNull("position"u8);
            return;
        }

        var (lng, lat) = ChinaDatum.FromWgs84(position, crs);
        json.WriteStartObject("position"u8);
        json.WriteNumber("lng"u8, Math.Round(lng, 7));
        json.WriteNumber("lat"u8, Math.Round(lat, 7));
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, ReadOnlySpan<byte> member, string? code, string? name)
    {
        if (code is null)
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        json.WriteString("code"u8, code);
        json.WriteString("name"u8, name);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, ReadOnlySpan<byte> member, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(member);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> member, bool? flag)
    {
        if (flag is { } known)
        {
            json.WriteBoolean(member, known);
        }
        else
        {
            json.WriteNull(member);
        }
    }

    private static void Instant(Utf8JsonWriter json, ReadOnlySpan<byte> member, DateTimeOffset? instant) =>
        json.WriteString(member, instant?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static void Lunar(Utf8JsonWriter json, IReadOnlyList<int> lunar)
    {
        json.WriteStartArray("lunar"u8);
        foreach (var day in lunar)
        {
            json.WriteNumberValue(day);
        }

        json.WriteEndArray();
        json.WriteString("lunarText"u8, lunar.Count == 0 ? null : LunarWords.Of(lunar));
    }

    private static void Photo(Utf8JsonWriter json, PlacePhoto? photo)
    {
        if (photo is null)
        {
            json.WriteNull("photo"u8);
            return;
        }

        json.WriteStartObject("photo"u8);
        json.WriteString("url"u8, photo.Url);
        json.WriteString("alt"u8, photo.Alt);
        json.WriteEndObject();
    }

    private static void Prices(Utf8JsonWriter json, IReadOnlyList<PlacePrice> prices)
    {
        json.WriteStartArray("prices"u8);
        foreach (var price in prices)
        {
            json.WriteStartObject();
            json.WriteString("material"u8, price.Material);
            json.WriteNumber("fen"u8, price.Fen);
            json.WriteString("unit"u8, price.Unit);
            json.WriteString("since"u8, price.Since.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
