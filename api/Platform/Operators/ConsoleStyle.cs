using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>How the console looks: the portal's own sheet (tokens, type, focus) when the site is built, and a small one for tables and forms.</summary>
public sealed class ConsoleStyle(PortalSheet portal)
{
    /// <summary>Address of the console's own sheet.</summary>
    public const string Own = "/console/console.css";

    /// <summary>Address of the portal's sheet; null when the site was not built.</summary>
    public string? Shared => portal.Address;

    /// <summary>Serves the console's own sheet.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Own, static () =>
        TypedResults.Stream(typeof(ConsoleStyle).Assembly.GetManifestResourceStream("console.css")!, "text/css; charset=utf-8")).ExcludeFromDescription();
}
