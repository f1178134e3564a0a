using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Features;

/// <summary>Every addition, change and removal of a place as open geodata, at the place's position where it still stands.</summary>
public sealed class ChangeFeatures(CurrentPlaces places, CurrentChanges changes, PlaceWords words) : IFeatureCollection
{
    private static readonly (FeatureProperty Property, Func<Told, string?> Text)[] Columns =
    [
        (new("place", "点的编号"), told => told.Change.Place),
        (new("name", "名称") { InTable = true }, told => told.Entry?.Place.Name ?? told.Removed?.Name),
        (new("effect", "发生了什么") { Allowed = PlaceChange.Effects, InTable = true }, told => told.Change.Effect),
        (new("at", "时间", FeatureValue.Moment) { InTable = true }, told => told.Change.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)),
        (new("kind", "种类代码"), told => told.Entry?.Place.Kind),
        (new("kindName", "种类"), told => told.Entry is { } entry ? told.Words.KindName(entry.Place.Kind) : null),
        (new("standing", "现在还在", FeatureValue.Flag) { InTable = true }, told => told.Entry is null ? "false" : "true"),
        (new("reason", "撤销原因"), told => told.Removed?.Reason),
        (new("replacedBy", "由谁接替"), told => told.Removed?.ReplacedBy),
        (new("sample", "示例数据", FeatureValue.Flag) { InTable = true }, told => (told.Entry?.Place.Sample ?? told.Removed?.Sample) == true ? "true" : "false"),
    ];

    /// <inheritdoc />
    public string Id => "changes";

    /// <inheritdoc />
    public string Title => "点的变更";

    /// <inheritdoc />
    public string Description => "回收和投放点的每一次新增、修改和撤销，按发生的先后；位置是点现在的位置，已撤的点没有位置。datetime 问的是变更的时刻 at。";

    /// <inheritdoc />
    public IReadOnlyList<FeatureProperty> Properties { get; } = [.. Columns.Select(column => column.Property)];

    /// <inheritdoc />
    public IFeatureSet Features => new Set(changes.All, places.Snapshot, words); // the changes first: their places are there already

    private sealed record Told(PlaceChange Change, PlaceEntry? Entry, RemovedPlace? Removed, PlaceWords Words);

    private sealed class Set(IReadOnlyList<PlaceChange> all, PlaceSnapshot snapshot, PlaceWords words) : IFeatureSet
    {
        public int Count => all.Count;

        public bool HasSamples => snapshot.HasSamples || snapshot.Removed.Any(place => place.Sample);

        public string IdOf(int ordinal) => all[ordinal].Number.ToString(CultureInfo.InvariantCulture);

        public GeoPoint? PositionOf(int ordinal) =>
            snapshot.Find(all[ordinal].Place)?.Position is { } position ? new GeoPoint(position.Lng, position.Lat) : null;

        public FeatureTime? TimeOf(int ordinal) => FeatureTime.At(all[ordinal].Moment);

        public string? TextOf(int ordinal, int property)
        {
            var change = all[ordinal];
            return Columns[property].Text(new Told(change, snapshot.Find(change.Place), snapshot.FindRemoved(change.Place), words));
        }

        public int? Find(string id) => FirstAfter(id) is { } next && next > 0 && IdOf(next - 1) == id ? next - 1 : null;

        public int? FirstAfter(string id)
        {
            if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var (low, high) = (0, all.Count);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                (low, high) = all[middle].Number <= number ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
