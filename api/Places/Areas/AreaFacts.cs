using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>What was imported about a village or township. What no file brought is null, never guessed.</summary>
/// <param name="Code">12-digit code of a village, 9-digit code of a township.</param>
/// <param name="Position">Where it is (WGS-84): the middle or the seat, as the source understands it.</param>
/// <param name="AreaKm2">Its area in km².</param>
/// <param name="Population">How many people live there.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record AreaFacts(string Code, Position? Position, double? AreaKm2, long? Population, string Source);

/// <summary>All that is known of areas at one moment, immutable. A request takes it once.</summary>
public sealed class AreaSnapshot
{
    private readonly Dictionary<string, AreaFacts> _byCode;

    /// <summary>Takes the facts; codes are unique.</summary>
    public AreaSnapshot(IReadOnlyList<AreaFacts> all)
    {
        _byCode = all.ToDictionary(one => one.Code, StringComparer.Ordinal);
        var hash = default(ContentHash);
        foreach (var one in all.OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            hash.Add(string.Create(CultureInfo.InvariantCulture, $"{one.Code} {one.Position?.Lng:R} {one.Position?.Lat:R} {one.AreaKm2:R} {one.Population} {one.Source}"));
        }

        Version = hash.ToString();
    }

    /// <summary>Changes whenever anything here does.</summary>
    public string Version { get; }

    /// <summary>Everything that is known, in no order.</summary>
    public IReadOnlyCollection<AreaFacts> All => _byCode.Values;

    /// <summary>What is known of a village or township; null for nothing.</summary>
    public AreaFacts? Find(string code) => _byCode.GetValueOrDefault(code);
}

/// <summary>The facts that requests see: one field, swapped whole after every import.</summary>
public sealed class CurrentAreas
{
    private volatile AreaSnapshot _snapshot = new([]);

    /// <summary>The facts now.</summary>
    public AreaSnapshot Snapshot => _snapshot;

    /// <summary>Makes other facts the current ones.</summary>
    public void Replace(IReadOnlyList<AreaFacts> all) => _snapshot = new(all);
}
