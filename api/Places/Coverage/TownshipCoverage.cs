using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>How well a township is covered. A figure whose inputs nobody imported is null and named in <see cref="Missing"/>.</summary>
/// <param name="Township">The township.</param>
/// <param name="Places">Standing places.</param>
/// <param name="ByKind">Places by code of kind; kinds without a place are absent.</param>
/// <param name="Villages">Villages and communities.</param>
/// <param name="Without">Those of them to which no place belongs.</param>
/// <param name="AreaKm2">Its area.</param>
/// <param name="People">How many people live there.</param>
/// <param name="PeoplePerPlace">People for each place, rounded up.</param>
/// <param name="PlacesPerKm2">Places for each km².</param>
/// <param name="PositionedVillages">How many of its villages have a position.</param>
/// <param name="FarthestMetres">Great-circle metres from the village that is farthest from any place to the nearest one; only villages with a position count.</param>
/// <param name="Missing">Codes of the inputs that are missing here.</param>
public sealed record TownshipCoverage(
    Township Township, int Places, IReadOnlyDictionary<string, int> ByKind, int Villages, IReadOnlyList<Village> Without, double? AreaKm2, long? People,
    long? PeoplePerPlace, double? PlacesPerKm2, int PositionedVillages, int? FarthestMetres, IReadOnlyList<string> Missing)
{
    /// <summary>The inputs that may be missing, with words for people.</summary>
    public static readonly IReadOnlyDictionary<string, string> Inputs = new Dictionary<string, string>
    {
        ["village-positions"] = "村的位置", ["area"] = "面积", ["population"] = "人口",
    };

    /// <summary>The coverage of every township, by code.</summary>
    public static IReadOnlyList<TownshipCoverage> Of(PlaceSnapshot places, AreaSnapshot areas)
    {
        var geo = places.Words.Geo;
        var byTownship = places.Places.Where(entry => entry.Place.Township is not null).ToLookup(entry => entry.Place.Township!);
        var served = places.Places.Select(entry => entry.Place.Village).OfType<string>().ToHashSet();
        return [.. geo.Townships.OrderBy(township => township.Code, StringComparer.Ordinal).Select(township =>
            Of(township, [.. byTownship[township.Code]], [.. geo.Villages.Where(village => village.Township == township.Code && village.Offered)], served, places, areas))];
    }

    private static TownshipCoverage Of(
        Township township, IReadOnlyList<PlaceEntry> own, IReadOnlyList<Village> villages, HashSet<string> served, PlaceSnapshot places, AreaSnapshot areas)
    {
        var facts = areas.Find(township.Code);
        var people = facts?.Population ?? Sum(villages, village => areas.Find(village.Code)?.Population);
        var positions = villages.Select(village => areas.Find(village.Code)?.Position).OfType<Position>().ToList();
        List<string> missing = [];
        if (positions.Count < villages.Count)
        {
            missing.Add("village-positions");
        }

        if (facts?.AreaKm2 is null)
        {
            missing.Add("area");
        }

        if (people is null)
        {
            missing.Add("population");
        }

        return new TownshipCoverage(
            township, own.Count, new SortedDictionary<string, int>(own.GroupBy(entry => entry.Place.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()), StringComparer.Ordinal),
            villages.Count, [.. villages.Where(village => !served.Contains(village.Code))], facts?.AreaKm2, people,
            own.Count > 0 && people is { } many ? (many + own.Count - 1) / own.Count : null,
            facts?.AreaKm2 is { } km2 ? Math.Round(own.Count / km2, 3) : null,
            positions.Count, Farthest(positions, places), missing);
    }

    /// <summary>The sum; null unless every village has a figure.</summary>
    private static long? Sum(IReadOnlyList<Village> villages, Func<Village, long?> figure) =>
        villages.Count == 0 || villages.Any(village => figure(village) is null) ? null : villages.Sum(village => figure(village));

    private static int? Farthest(List<Position> villages, PlaceSnapshot places)
    {
        var points = places.Places.Select(entry => entry.Position).OfType<Position>().ToList();
        return villages.Count == 0 || points.Count == 0
            ? null
            : (int)Math.Round(villages.Max(village => points.Min(point => GreatCircle.Metres(village, point))));
    }
}
