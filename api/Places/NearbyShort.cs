using System.Globalization;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// Reads a plain question to <see cref="FindNearby"/> in one pass over the address. Anything that is not plainly right (an escape, a
/// repeated, unknown or doubtful value) is no question for it: the long way reads it, and refuses it in words.
/// </summary>
internal ref struct NearbyShort(PlaceSnapshot snapshot, DateTimeOffset now)
{
    private double _lng = double.NaN, _lat = double.NaN, _radius = double.NaN;
    private int _limit;
    private bool _all;
    private bool? _openNow;
    private ulong _materials, _kinds, _townships;
    private Crs? _crs;
    private string? _match, _cursor;

    /// <summary>Reads the query with its question mark.</summary>
    public bool TryRead(ReadOnlySpan<char> query, out NearbyQuestion question)
    {
        question = default;
        if (query.Length < 2 || query.ContainsAny('%', '+'))
        {
            return false;
        }

        foreach (var range in query[1..].Split('&'))
        {
            var pair = query[1..][range];
            var equals = pair.IndexOf('=');
            if (equals <= 0 || !TryTake(pair[..equals], pair[(equals + 1)..]))
            {
                return false;
            }
        }

        var after = Hit.BeforeAll;
        if (!ChinaDatum.TryToWgs84(_lng, _lat, _crs ?? Crs.Wgs84, out var from) || (_cursor is not null && !PlaceQuery.TryAfter(snapshot, _cursor, out after)))
        {
            return false;
        }

        var filter = new PlaceFilter(snapshot, _materials, _all, _kinds, _openNow == true ? now : null, _townships);
        question = new NearbyQuestion(
            _crs ?? Crs.Wgs84, from, _limit == 0 ? FindNearby.UsualLimit : _limit, double.IsNaN(_radius) ? double.PositiveInfinity : _radius, after, filter);
        return true;
    }

    private bool TryTake(ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name switch
    {
        "lng" => TryNumber(value, ref _lng),
        "lat" => TryNumber(value, ref _lat),
        "limit" => _limit == 0 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _limit) && Clamp(ref _limit),
        "material" => TryBit(snapshot.Words.MaterialBit(value), ref _materials),
        "kind" => TryBit(snapshot.Words.KindBit(value), ref _kinds),
        "township" => TryBit(snapshot.Words.TownshipBit(value), ref _townships),
        "crs" => _crs is null && TryCrs(value),
        "radius" => TryNumber(value, ref _radius) && _radius >= 0,
        "match" => _match is null && TryMatch(value),
        "openNow" => _openNow is null && TryYesOrNo(value),
        "cursor" => _cursor is null && TryCursor(value),
        _ => false,
    };

    private static bool TryNumber(ReadOnlySpan<char> value, ref double number) =>
        double.IsNaN(number) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool Clamp(ref int limit)
    {
        limit = Math.Min(limit, PlaceQuery.MostPlaces);
        return limit > 0;
    }

    private static bool TryBit(int? bit, ref ulong bits)
    {
        bits |= bit is { } known ? 1UL << known : 0;
        return bit is not null;
    }

    private bool TryCursor(ReadOnlySpan<char> value)
    {
        _cursor = value.ToString();
        return true;
    }

    private bool TryCrs(ReadOnlySpan<char> value)
    {
        _crs = value switch { "wgs84" => Crs.Wgs84, "gcj02" => Crs.Gcj02, "bd09" => Crs.Bd09, _ => null };
        return _crs is not null;
    }

    private bool TryMatch(ReadOnlySpan<char> value)
    {
        _match = value switch { "any" => "any", "all" => "all", _ => null };
        _all = _match == "all";
        return _match is not null;
    }

    private bool TryYesOrNo(ReadOnlySpan<char> value)
    {
        _openNow = value switch { "true" => true, "false" => false, _ => null };
        return _openNow is not null;
    }
}
