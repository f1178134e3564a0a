using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>The district's streets, towns, township and statistical zone; most have no known position and so no geometry.</summary>
public sealed class TownshipFeatures(ContentFolder content) : IFeatureCollection
{
    private static readonly (FeatureProperty Property, Func<Township, Geography, string?> Text)[] Columns =
    [
        (new("name", "名称") { InTable = true }, (township, _) => township.Name),
        (new("kind", "类型代码") { Allowed = ["street", "town", "township", "statistical-zone"] }, (township, _) => township.Kind),
        (new("kindName", "类型") { InTable = true }, (township, _) => township.KindName),
        (new("villages", "村和社区数", FeatureValue.Number) { InTable = true }, VillagesOf),
        (new("sample", "示例数据", FeatureValue.Flag), (_, _) => "false"),
    ];

    /// <inheritdoc />
    public string Id => "townships";

    /// <inheritdoc />
    public string Title => "乡镇和街道";

    /// <inheritdoc />
    public string Description => "蓟州区的街道、镇、乡和统计用功能区（2023 年统计用区划代码）。有来源给出驻地位置的才有位置，其余为空。没有时间属性。";

    /// <inheritdoc />
    public IReadOnlyList<FeatureProperty> Properties { get; } = [.. Columns.Select(column => column.Property)];

    /// <inheritdoc />
    public IFeatureSet Features { get; } = new Set(content.Geo);

    private static string VillagesOf(Township township, Geography geo) =>
        geo.Villages.Count(village => village.Township == township.Code && village.Offered).ToString(CultureInfo.InvariantCulture);

    private sealed class Set(Geography geo) : IFeatureSet
    {
        private readonly Township[] _all = [.. geo.Townships.OrderBy(township => township.Code, StringComparer.Ordinal)];

        public int Count => _all.Length;

        public bool HasSamples => false;

        public string IdOf(int ordinal) => _all[ordinal].Code;

        public GeoPoint? PositionOf(int ordinal) => _all[ordinal].Seat;

        public FeatureTime? TimeOf(int ordinal) => null;

        public string? TextOf(int ordinal, int property) => Columns[property].Text(_all[ordinal], geo);

        public int? Find(string id) => Array.FindIndex(_all, township => township.Code == id) is >= 0 and var found ? found : null;

        public int? FirstAfter(string id) => _all.Count(township => string.CompareOrdinal(township.Code, id) <= 0);
    }
}
