using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// Reads the table <c>place</c> for a snapshot. Beside id, name and position a hundred thousand places have little of their own: all else
/// comes as one JSON text a row, which is read once for each distinct text, so that what they share stands in memory once.
/// </summary>
internal sealed class PlaceReader(DbDataReader row)
{
    private const string Alike =
        "kind, setting, level, dual_network, accepts, rejects, audience, appointment_only, pays, prices, access, step_free, operator, hours, "
        + "source, licence, last_verified, verified_by, sample, illustrative, township, dates, lunar, photo";

    private const int RemovedAt = 8;
    private const int MostShared = 20_000; // what is more manifold is read anew for each row

    private readonly Dictionary<string, Place> _known = new(StringComparer.Ordinal);
    private readonly SharedTexts _texts = new();

    /// <summary>Whether the row is that of a removed place.</summary>
    public bool IsRemoved => !row.IsDBNull(RemovedAt);

    /// <summary>The statement whose rows this reads.</summary>
    public static string Select(Dialect dialect)
    {
        var alike = dialect == Dialect.Sqlite ? $"json_array({Alike})" : $"json_build_array({Alike})::text";
        return $"SELECT id, name, lng, lat, village, address, phone, {alike}, removed_at, removed_because, replaced_by FROM place";
    }

    /// <summary>The standing place of the row.</summary>
    public Place Place() => OfItsLikes() with
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Position = row.IsDBNull(2) ? null : new GeoPoint(row.GetDouble(2), row.GetDouble(3)),
        Village = Text(4) is { } village ? _texts.Of(village) : null,
        Address = Text(5) is { } address ? _texts.Of(address) : null,
        Phone = Text(6) is { } phone ? _texts.Of(phone) : null,
    };

    /// <summary>What is left of the removed place of the row.</summary>
    public RemovedPlace Removed() => new(
        row.GetString(0), row.GetString(1), row.GetString(RemovedAt + 1), Text(RemovedAt + 2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(RemovedAt)), OfItsLikes().Sample);

    private Place OfItsLikes()
    {
        var json = row.GetString(7);
        if (!_known.TryGetValue(json, out var place))
        {
            using var columns = JsonDocument.Parse(json);
            place = Read([.. columns.RootElement.EnumerateArray()]);
            if (_known.Count < MostShared)
            {
                _known.Add(json, place);
            }
        }

        return place;
    }

    private Place Read(JsonElement[] columns)
    {
        return new Place
        {
            Id = "", Name = "", Kind = Text(0)!, Setting = Text(1), Level = Text(2), DualNetwork = Flag(3) == true, Accepts = Codes(4), Rejects = Codes(5),
            Audience = Text(6)!, AppointmentOnly = Flag(7) == true, Pays = Flag(8), Prices = Text(9) is { } prices ? JsonSerializer.Deserialize<List<PlacePrice>>(prices)! : [],
            Access = Text(10), StepFree = Flag(11), Operator = Text(12), Hours = Text(13), Source = Text(14)!, Licence = Text(15),
            LastVerified = Text(16) is { } day ? Day(day) : null, VerifiedBy = Text(17), Sample = Flag(18) == true, Illustrative = Flag(19) == true, Township = Text(20),
            Dates = [.. Codes(21).Select(Day)], Lunar = [.. Codes(22).Select(code => int.Parse(code, CultureInfo.InvariantCulture))],
            Photo = Text(23) is { } photo ? JsonSerializer.Deserialize<PlacePhoto>(photo) : null,
        };

        string? Text(int column) => columns[column].GetString() is { } text ? _texts.Of(text) : null;
        bool? Flag(int column) => columns[column].ValueKind == JsonValueKind.Null ? null : columns[column].GetInt64() == 1;
        IReadOnlyList<string> Codes(int column) => _texts.CodesOf(Text(column));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
