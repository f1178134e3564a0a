namespace Jizhou.Public.Site;

/// <summary>What the owner of a portal decides; everything else follows from the content.</summary>
public sealed record SiteSettings
{
    /// <summary>
    /// For a site that the API serves: marks stand where the owner's settings go, and the program fills them when it starts
    /// (api/Platform/Hosting/Portal/OwnerMarks.cs), so that a setting needs no new build.
    /// </summary>
    public static readonly SiteSettings FilledByTheApi = new()
    {
        BaseAddress = "%portal:base%",
        ApiBaseAddress = "%portal:api%",
        OwnerMark = "%portal:owner%",
        MapNote = "%portal:map-note%",
        MapKey = "%portal:map-key%",
    };

    /// <summary>The portal's name, as it stands in the header and after every title.</summary>
    public const string Name = "蓟州循环便民";

    /// <summary>Public address without a closing slash (<c>https://…</c>), for canonical links and the sitemap; empty = none are written.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>Where pages call the API, without a closing slash; empty = the portal's own origin.</summary>
    public string ApiBaseAddress { get; init; } = "";

    /// <summary>Who answers for the portal; empty = the footer says it is a demonstration.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The mark that stands for the footer's line about the owner, or empty when the line is written at build time.</summary>
    public string OwnerMark { get; init; } = "";

    /// <summary>The government site code (政府网站标识码), or empty.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>The ICP filing number, or empty.</summary>
    public string Icp { get; init; } = "";

    /// <summary>The police filing number (公安备案), or empty.</summary>
    public string Police { get; init; } = "";

    /// <summary>What stands beside the map: that it is no border of record, or the approval number of the owner's map.</summary>
    public string MapNote { get; init; } = "示意，不作划界依据";

    /// <summary>The owner's key for the tiles of 天地图, or empty for a map without tiles.</summary>
    public string MapKey { get; init; } = "";
}
