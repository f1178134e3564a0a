using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>The district's streets, towns, township and statistical zone as open geodata; those whose position no source gives have no geometry.</summary>
public sealed class TownshipFeatures(ContentFolder content, CurrentAreas areas) : IFeatureCollection
{
    private static readonly (FeatureProperty Property, Func<Known, string?> Text)[] Columns =
    [
        (new("name", "名称") { InTable = true }, one => one.Township.Name),
        (new("kind", "类型代码") { Allowed = ["street", "town", "township", "statistical-zone"] }, one => one.Township.Kind),
        (new("kindName", "类型") { InTable = true }, one => one.Township.KindName),
        (new("villages", "村和社区数", FeatureValue.Number) { InTable = true }, one => one.Villages.ToString(CultureInfo.InvariantCulture)),
        (new("population", "人口", FeatureValue.Number), one => one.Facts?.Population?.ToString(CultureInfo.InvariantCulture)),
        (new("areaKm2", "面积（平方千米）"), one => one.Facts?.AreaKm2?.ToString("R", CultureInfo.InvariantCulture)),
        (new("source", "位置、面积和人口的来源"), one => one.Facts?.Source ?? (one.Township.Seat is null ? null : "GeoNames, CC-BY-4.0")),
        (new("sample", "示例数据", FeatureValue.Flag), _ => "false"),
    ];

    /// <inheritdoc />
    public string Id => "townships";

    /// <inheritdoc />
    public string Title => "乡镇和街道";

    /// <inheritdoc />
    public string Description => "蓟州区的街道、镇、乡和统计用功能区（2023 年统计用区划代码）。位置是驻地：导入过的用导入的，其余有来源的用来源的，没有的为空。没有时间属性。";

    /// <inheritdoc />
    public IReadOnlyList<FeatureProperty> Properties { get; } = [.. Columns.Select(column => column.Property)];

    /// <inheritdoc />
    public IFeatureSet Features => new Set(content.Geo, areas.Snapshot);

    private sealed record Known(Township Township, int Villages, AreaFacts? Facts);

    private sealed class Set(Geography geo, AreaSnapshot areas) : IFeatureSet
    {
        private readonly Known[] _all =
        [
            .. from township in geo.Townships
               orderby township.Code
               select new Known(township, geo.Villages.Count(village => village.Township == township.Code && village.Offered), areas.Find(township.Code)),
        ];

        public int Count => _all.Length;

        public bool HasSamples => false;

        public string IdOf(int ordinal) => _all[ordinal].Township.Code;

        public GeoPoint? PositionOf(int ordinal) =>
            _all[ordinal].Facts?.Position is { } position ? new GeoPoint(position.Lng, position.Lat) : _all[ordinal].Township.Seat;

        public FeatureTime? TimeOf(int ordinal) => null;

        public string? TextOf(int ordinal, int property) => Columns[property].Text(_all[ordinal]);

        public int? Find(string id) => Array.FindIndex(_all, one => one.Township.Code == id) is >= 0 and var found ? found : null;

        public int? FirstAfter(string id) => _all.Count(one => string.CompareOrdinal(one.Township.Code, id) <= 0);
    }
}
