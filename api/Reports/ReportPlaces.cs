using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Reports;

/// <summary>A place as a report sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="KindName">What it is, in words.</param>
/// <param name="Township">9-digit code; null when not known.</param>
/// <param name="Village">12-digit code; null when not known.</param>
/// <param name="Address">Where, in words; null when not known.</param>
/// <param name="Sample">Is it invented?</param>
public sealed record ReportPlace(string Id, string Name, string KindName, string? Township, string? Village, string? Address, bool Sample);

/// <summary>The places, read from the open geodata that the places feature registers: reports know nothing else of it.</summary>
public sealed class ReportPlaces
{
    private const string Collection = "places";
    private readonly IFeatureCollection _places;
    private readonly Dictionary<string, int> _columns;

    /// <summary>Finds the collection among the registered ones.</summary>
    public ReportPlaces(IEnumerable<IFeatureCollection> collections)
    {
        _places = collections.Single(c => c.Id == Collection);
        _columns = _places.Properties.Select((property, number) => (property.Name, number)).ToDictionary(p => p.Name, p => p.number, StringComparer.Ordinal);
    }

    /// <summary>The place with an id; null when there is none (any more).</summary>
    public ReportPlace? Find(string id)
    {
        var set = _places.Features;
        return set.Find(id) is { } ordinal ? Read(set, ordinal) : null;
    }

    /// <summary>Why a place that once existed is no more, in words; null for an id that never was.</summary>
    public Refusal? WhyGone(string id) => _places.Features.WhyGone(id);

    /// <summary>The places of a township, by village and name.</summary>
    public IReadOnlyList<ReportPlace> InTownship(string township) =>
        [.. All(place => place.Township == township).OrderBy(p => p.Village ?? "", StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>Places whose name, address or id holds the words, at most so many.</summary>
    public IReadOnlyList<ReportPlace> Search(string words, int most) =>
        [.. All(p => Holds(p.Name, words) || Holds(p.Id, words) || (p.Address is { } address && Holds(address, words))).Take(most)];

    private static bool Holds(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ReportPlace> All(Func<ReportPlace, bool> wanted)
    {
        var set = _places.Features;
        return Enumerable.Range(0, set.Count).Select(ordinal => Read(set, ordinal)).Where(wanted);
    }

    private ReportPlace Read(IFeatureSet set, int ordinal) => new(set.IdOf(ordinal), Text(set, ordinal, "name") ?? "", Text(set, ordinal, "kindName") ?? "",
        Text(set, ordinal, "township"), Text(set, ordinal, "village"), Text(set, ordinal, "address"), Text(set, ordinal, "sample") == "true");

    private string? Text(IFeatureSet set, int ordinal, string column) =>
        _columns.TryGetValue(column, out var number) && set.TextOf(ordinal, number) is { Length: > 0 } text ? text : null;
}
