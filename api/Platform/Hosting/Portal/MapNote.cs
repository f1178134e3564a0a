namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>What has to stand beside every drawing of the district.</summary>
public static class MapNote
{
    /// <summary>The approval number where the owner has one, else that the drawing is no border of record.</summary>
    public static string Of(IConfiguration configuration) =>
        Settings.PortalMapApproval.Of(configuration).Trim() is { Length: > 0 } number ? $"审图号 {number}" : "示意，不作划界依据";
}
