using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// A place as the snapshot holds it. Its JSON is written when it is first asked for and kept, so that a swap of a hundred
/// thousand places is quick and an answer only copies bytes.
/// </summary>
public sealed class PlaceEntry
{
    private readonly PlaceWords _words;
    private volatile PlaceFragments? _fragments;
    private volatile PlaceNow? _now;

    /// <summary>Takes a standing place.</summary>
    public PlaceEntry(PlaceRow row, OpeningHours hours, PlaceWords words)
    {
        (Place, Status, Hours, _words) = (row.Place, row.Status, hours, words);
        Materials = words.MaterialMask(Place.Accepts);
        Kind = words.KindBit(Place.Kind) is { } bit ? 1UL << bit : 0;
        Township = words.TownshipBit(Place.Township ?? "") is { } area ? 1UL << area : 0;
        Position = Place.Position is { } point && Geo.Position.TryCreate(point.Lng, point.Lat, out var position) ? position : null;
        Hash = PlaceHash.Of(row);
    }

    private PlaceEntry(PlaceEntry same, TerminalStatus status)
    {
        (Place, Status, Hours, _words, _fragments) = (same.Place, status, same.Hours, same._words, same._fragments);
        (Materials, Kind, Township, Position) = (same.Materials, same.Kind, same.Township, same.Position);
        Hash = PlaceHash.Of(new PlaceRow(Place, status));
    }

    /// <summary>The record.</summary>
    public Place Place { get; }

    /// <summary>The terminal's last report, live or not.</summary>
    public TerminalStatus? Status { get; }

    /// <summary>When it is open.</summary>
    public OpeningHours Hours { get; }

    /// <summary>Whether it comes and goes, so that its next days are worth telling.</summary>
    public bool Comes => Place.Kind == "mobile-event" || Place.Dates.Count > 0 || Place.Lunar.Count > 0;

    /// <summary>One bit for each material it takes.</summary>
    public ulong Materials { get; }

    /// <summary>The bit of its kind.</summary>
    public ulong Kind { get; }

    /// <summary>The bit of its township; 0 when it is not known.</summary>
    public ulong Township { get; }

    /// <summary>Where it is; null when no position is known.</summary>
    public Position? Position { get; }

    /// <summary>Changes whenever the record does.</summary>
    public ulong Hash { get; }

    /// <summary>Its JSON in pieces.</summary>
    internal PlaceFragments Fragments => _fragments ??= PlaceFragments.Of(this, _words);

    /// <summary>The same place with another report of its terminal.</summary>
    internal PlaceEntry With(TerminalStatus status) => new(this, status);

    /// <summary>What is true of it at a moment.</summary>
    public PlaceNow Now(DateTimeOffset now)
    {
        var known = _now;
        if (known is null || !known.Covers(now))
        {
            _now = known = PlaceNow.At(now, this, _words.StateOf);
        }

        return known;
    }
}
