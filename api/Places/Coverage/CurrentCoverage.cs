using Jizhou.Public.Api.Places.Areas;

namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>The coverage of the places and areas of this moment, worked out once for each of their versions.</summary>
public sealed class CurrentCoverage(CurrentPlaces places, CurrentAreas areas)
{
    private volatile Known? _known;

    /// <summary>The coverage now, with the snapshot it was worked out from and a version that changes with it.</summary>
    public Known Now()
    {
        var (snapshot, facts, known) = (places.Snapshot, areas.Snapshot, _known);
        var version = $"{snapshot.Version}-{facts.Version}";
        if (known?.Version != version)
        {
            _known = known = new Known(version, snapshot, TownshipCoverage.Of(snapshot, facts));
        }

        return known;
    }

    /// <summary>Coverage of one version.</summary>
    public sealed record Known(string Version, PlaceSnapshot Places, IReadOnlyList<TownshipCoverage> Townships)
    {
        /// <summary>Codes of the inputs that are missing anywhere.</summary>
        public IReadOnlyList<string> Missing => [.. TownshipCoverage.Inputs.Keys.Where(input => Townships.Any(one => one.Missing.Contains(input)))];
    }
}
