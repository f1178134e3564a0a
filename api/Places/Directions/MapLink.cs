namespace Jizhou.Public.Api.Places.Directions;

/// <summary>A link that shows a place in somebody else's map, from where the way there is found.</summary>
/// <param name="App">Code: amap, baidu, tencent or apple.</param>
/// <param name="Name">What people call it: 高德地图.</param>
/// <param name="Crs">The datum that this map speaks and its link is written in: gcj02 or bd09.</param>
/// <param name="Url">The address; opening it leaves the portal.</param>
public sealed record MapLink(string App, string Name, string Crs, string Url);
