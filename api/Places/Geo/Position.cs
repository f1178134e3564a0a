namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// A point on the earth in WGS-84, the one datum this project stores. There is no way to make one that is not finite or
/// not on the earth, so nothing below this line asks again; other datums pass <see cref="ChinaDatum"/> first.
/// </summary>
public readonly record struct Position
{
    private Position(double lng, double lat) => (Lng, Lat) = (lng, lat);

    /// <summary>Longitude in degrees, -180 to 180, east positive.</summary>
    public double Lng { get; }

    /// <summary>Latitude in degrees, -90 to 90, north positive.</summary>
    public double Lat { get; }

    /// <summary>Makes a position; refuses NaN, infinities and anything off the earth.</summary>
    public static bool TryCreate(double lng, double lat, out Position position)
    {
        var fine = Math.Abs(lng) <= 180 && Math.Abs(lat) <= 90; // false for NaN as well
        position = fine ? new Position(lng, lat) : default;
        return fine;
    }

    /// <summary>Makes a position out of numbers that are known to be good; anything else is a bug and throws.</summary>
    public static Position At(double lng, double lat) => TryCreate(lng, lat, out var position)
        ? position
        : throw new ArgumentOutOfRangeException(nameof(lng), $"({lng}, {lat}) is not on the earth; longitude comes first.");
}
