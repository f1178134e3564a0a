using System.Globalization;
using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>A row of the table <c>place</c>; it never leaves the store.</summary>
public sealed record PlaceRecord
{
    /// <summary>Reads all rows under the names below.</summary>
    public const string Select = """
        SELECT id AS Id, name AS Name, kind AS Kind, setting AS Setting, level AS Level, dual_network AS DualNetwork, accepts AS Accepts,
          rejects AS Rejects, audience AS Audience, appointment_only AS AppointmentOnly, pays AS Pays, prices AS Prices, access AS Access,
          step_free AS StepFree, phone AS Phone, operator AS Operator, lng AS Lng, lat AS Lat, hours AS Hours, source AS Source,
          licence AS Licence, last_verified AS LastVerified, verified_by AS VerifiedBy, sample AS Sample, illustrative AS Illustrative,
          township AS Township, village AS Village, address AS Address, removed_at AS RemovedAt, removed_because AS RemovedBecause,
          replaced_by AS ReplacedBy,
          dates AS Dates, lunar AS Lunar, photo AS Photo
        FROM place
        """;

    /// <summary>Writes a row that is not there; add what is to be done when it is.</summary>
    public const string Insert = """
        INSERT INTO place (id, name, kind, setting, level, dual_network, accepts, rejects, audience, appointment_only, pays, prices, access, step_free, phone,
          operator, lng, lat, hours, source, licence, last_verified, verified_by, sample, illustrative, township, village, address,
          removed_at, removed_because, replaced_by, dates, lunar, photo)
        VALUES (@Id, @Name, @Kind, @Setting, @Level, @DualNetwork, @Accepts, @Rejects, @Audience, @AppointmentOnly, @Pays, @Prices, @Access, @StepFree,
          @Phone, @Operator, @Lng, @Lat, @Hours, @Source, @Licence, @LastVerified, @VerifiedBy, @Sample, @Illustrative, @Township, @Village,
          @Address, @RemovedAt, @RemovedBecause, @ReplacedBy, @Dates, @Lunar, @Photo)
        """;

    /// <summary>Writes a row whether or not it is there.</summary>
    public const string Replace = Insert + """

        ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, setting = excluded.setting, level = excluded.level,
          dual_network = excluded.dual_network, accepts = excluded.accepts, rejects = excluded.rejects, audience = excluded.audience,
          appointment_only = excluded.appointment_only, pays = excluded.pays, prices = excluded.prices, access = excluded.access,
          step_free = excluded.step_free, phone = excluded.phone, operator = excluded.operator, lng = excluded.lng, lat = excluded.lat,
          hours = excluded.hours, source = excluded.source, licence = excluded.licence, last_verified = excluded.last_verified,
          verified_by = excluded.verified_by, sample = excluded.sample, illustrative = excluded.illustrative, township = excluded.township,
          village = excluded.village, address = excluded.address, removed_at = excluded.removed_at,
          removed_because = excluded.removed_because, replaced_by = excluded.replaced_by,
          dates = excluded.dates, lunar = excluded.lunar, photo = excluded.photo
        """;

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? Setting { get; init; }

    public string? Level { get; init; }

    public long DualNetwork { get; init; }

    public string Accepts { get; init; } = "";

    public string Rejects { get; init; } = "";

    public string Audience { get; init; } = "";

    public long AppointmentOnly { get; init; }

    public long? Pays { get; init; }

    public string? Prices { get; init; }

    public string? Access { get; init; }

    public long? StepFree { get; init; }

    public string? Phone { get; init; }

    public string? Operator { get; init; }

    public double? Lng { get; init; }

    public double? Lat { get; init; }

    public string? Hours { get; init; }

    public string Source { get; init; } = "";

    public string? Licence { get; init; }

    public string? LastVerified { get; init; }

    public string? VerifiedBy { get; init; }

    public long Sample { get; init; }

    public long Illustrative { get; init; }

    public string? Township { get; init; }

    public string? Village { get; init; }

    public string? Address { get; init; }

    public long? RemovedAt { get; init; }

    public string? RemovedBecause { get; init; }

    public string? ReplacedBy { get; init; }

    public string? Dates { get; init; }

    public string? Lunar { get; init; }

    public string? Photo { get; init; }

    /// <summary>The row of a standing place.</summary>
    public static PlaceRecord Of(Place place) => new()
    {
        Id = place.Id, Name = place.Name, Kind = place.Kind, Setting = place.Setting, Level = place.Level, DualNetwork = Number(place.DualNetwork)!.Value,
        Accepts = string.Join(' ', place.Accepts), Rejects = string.Join(' ', place.Rejects), Audience = place.Audience,
        AppointmentOnly = Number(place.AppointmentOnly)!.Value, Pays = Number(place.Pays),
        Prices = place.Prices.Count == 0 ? null : JsonSerializer.Serialize(place.Prices), Access = place.Access, StepFree = Number(place.StepFree),
        Phone = place.Phone, Operator = place.Operator, Lng = place.Position?.Lng, Lat = place.Position?.Lat, Hours = place.Hours,
        Source = place.Source, Licence = place.Licence, LastVerified = place.LastVerified?.ToString("O", CultureInfo.InvariantCulture),
        VerifiedBy = place.VerifiedBy, Sample = Number(place.Sample)!.Value, Illustrative = Number(place.Illustrative)!.Value,
        Township = place.Township, Village = place.Village, Address = place.Address,
        Dates = place.Dates.Count == 0 ? null : string.Join(' ', place.Dates.Select(day => day.ToString("O", CultureInfo.InvariantCulture))),
        Lunar = place.Lunar.Count == 0 ? null : string.Join(' ', place.Lunar),
        Photo = place.Photo is null ? null : JsonSerializer.Serialize(place.Photo),
    };

    /// <summary>The place of the row.</summary>
    public Place ToPlace() => new()
    {
        Id = Id, Name = Name, Kind = Kind, Setting = Setting, Level = Level, DualNetwork = DualNetwork == 1, Accepts = Codes(Accepts), Rejects = Codes(Rejects),
        Audience = Audience, AppointmentOnly = AppointmentOnly == 1, Pays = Flag(Pays),
        Prices = Prices is null ? [] : JsonSerializer.Deserialize<List<PlacePrice>>(Prices)!, Access = Access, StepFree = Flag(StepFree),
        Phone = Phone, Operator = Operator, Position = Lng is { } lng && Lat is { } lat ? new GeoPoint(lng, lat) : null, Hours = Hours,
        Source = Source, Licence = Licence,
        LastVerified = LastVerified is null ? null : DateOnly.ParseExact(LastVerified, "O", CultureInfo.InvariantCulture),
        VerifiedBy = VerifiedBy, Sample = Sample == 1, Illustrative = Illustrative == 1, Township = Township, Village = Village, Address = Address,
        Dates = [.. Codes(Dates ?? "").Select(day => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture))],
        Lunar = [.. Codes(Lunar ?? "").Select(day => int.Parse(day, CultureInfo.InvariantCulture))],
        Photo = Photo is null ? null : JsonSerializer.Deserialize<PlacePhoto>(Photo),
    };

    /// <summary>What is left of a removed place.</summary>
    public RemovedPlace ToRemoved() =>
        new(Id, Name, RemovedBecause!, ReplacedBy, DateTimeOffset.FromUnixTimeMilliseconds(RemovedAt!.Value), Sample == 1);

    private static string[] Codes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static long? Number(bool? flag) => flag switch { null => null, true => 1, false => 0 };

    private static bool? Flag(long? number) => number is null ? null : number == 1;
}
