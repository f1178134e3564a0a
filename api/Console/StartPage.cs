using System.Security.Claims;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.ConsolePages;

/// <summary>GET /console/ — what the one who is signed in may do, with a link to each.</summary>
public static class StartPage
{
    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder console) => console.MapGet("/", Show).RequireRole(RoleGate.Anyone);

    /// <summary>Lists what the features registered for the role.</summary>
    public static IResult Show(HttpContext http, ConsoleLinks links) =>
        ConsolePage.Show<StartList>(http, new Dictionary<string, object?> { ["Links"] = links.Of(http.User.FindFirstValue(ClaimTypes.Role)) });
}
