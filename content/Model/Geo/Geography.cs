using System.Runtime.InteropServices;

namespace Jizhou.Public.Content;

/// <summary>The district's townships, villages, outline and named points.</summary>
public sealed class Geography
{
    private readonly Dictionary<string, Township> _townships;
    private readonly Dictionary<string, Village> _villages;

    /// <summary>Makes the geography; codes are unique (the loader sees to it).</summary>
    public Geography(IReadOnlyList<Township> townships, IReadOnlyList<Village> villages, IReadOnlyList<GeoPoint> boundary, IReadOnlyList<NamedPoint> points)
    {
        (Townships, Villages, Boundary, Points) = (townships, villages, boundary, points);
        _townships = townships.DistinctBy(t => t.Code).ToDictionary(t => t.Code);
        _villages = villages.DistinctBy(v => v.Code).ToDictionary(v => v.Code);
    }

    /// <summary>Streets, towns, the township and the statistical zone, by code.</summary>
    public IReadOnlyList<Township> Townships { get; }

    /// <summary>Villages and communities, by code.</summary>
    public IReadOnlyList<Village> Villages { get; }

    /// <summary>The district's outline, closed (first point = last point); accurate to some 100 m, for orientation only.</summary>
    public IReadOnlyList<GeoPoint> Boundary { get; }

    /// <summary>Named places with a known position.</summary>
    public IReadOnlyList<NamedPoint> Points { get; }

    /// <summary>What people say instead of these names.</summary>
    public IReadOnlyList<AreaAlias> Aliases { get; init; } = [];

    /// <summary>The township with a 9-digit code, or null.</summary>
    public Township? Township(string code) => _townships.GetValueOrDefault(code);

    /// <summary>The village with a 12-digit code, or null.</summary>
    public Village? Village(string code) => _villages.GetValueOrDefault(code);
}

/// <summary>A township-level unit.</summary>
/// <param name="Code">9-digit statistical code of 2023.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Code: street, town, township or statistical-zone.</param>
/// <param name="KindName">街道, 镇, 乡 or 统计用功能区.</param>
/// <param name="Seat">Its seat, where a source gives one; most have none.</param>
public sealed record Township(string Code, string Name, string Kind, string KindName, GeoPoint? Seat);

/// <summary>A village or community. No source gives its position.</summary>
/// <param name="Code">12-digit statistical code of 2023.</param>
/// <param name="OfficialName">The statistical name: 东北隅村委会.</param>
/// <param name="Name">What people say: 东北隅村.</param>
/// <param name="Label">Shown in lists: the name, with its township where two villages share it.</param>
/// <param name="Township">9-digit code of its township.</param>
/// <param name="Kind">Code: village or community.</param>
/// <param name="Offered">False for the statistical 虚拟社区, which nobody lives in.</param>
public sealed record Village(string Code, string OfficialName, string Name, string Label, string Township, string Kind, bool Offered);

/// <summary>A position in WGS-84 degrees.</summary>
/// <param name="Lng">Longitude.</param>
/// <param name="Lat">Latitude.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Lng, double Lat);

/// <summary>A named place with a position.</summary>
/// <param name="Name">Name as the source spells it (Latin letters).</param>
/// <param name="Township">Code of the township whose seat it is; null for others.</param>
/// <param name="Position">Where it is.</param>
public sealed record NamedPoint(string Name, string? Township, GeoPoint Position);
