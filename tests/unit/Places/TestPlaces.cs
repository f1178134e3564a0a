using Jizhou.Public.Api.Places;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places;

/// <summary>The real content, and places built for one test.</summary>
internal static class TestPlaces
{
    private static readonly Lazy<ContentFolder> Loaded = new(() => ContentFolder.Load(Path.Combine(Repository.Root, "content")));

    public static ContentFolder Content => Loaded.Value;

    public static PlaceWords Words => new(Content.Places, Content.Geo, Content.Calendar);

    public static PlaceRow Row(string id, double? lng = 117.4, double lat = 40.05, string accepts = "paper", string kind = "collection-point", string? hours = "24/7", TerminalStatus? status = null) =>
        new(
            new Place
            {
                Id = id, Name = $"示例·{id}", Kind = kind, Accepts = accepts.Split(' '), Hours = hours, Source = "test",
                Position = lng is { } known ? new GeoPoint(known, lat) : null,
            },
            status);

    public static PlaceSnapshot Snapshot(params PlaceRow[] rows) => PlaceSnapshot.Build(rows, [], Words);
}
