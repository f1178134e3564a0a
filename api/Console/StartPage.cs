using System.Security.Claims;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.ConsolePages;

/// <summary>GET /console/ — what the one who is signed in may do, with a link to each.</summary>
public static class StartPage
{
    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder console) => console.MapGet("/", ShowAsync).RequireRole(RoleGate.Anyone);

    /// <summary>Lists what the features registered for the role, below what should be seen to in time.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, ConsoleLinks links, IEnumerable<IConsoleWarnings> sources, CancellationToken cancellationToken)
    {
        List<ConsoleWarning> warnings = [];
        foreach (var source in sources)
        {
            warnings.AddRange((await source.NowAsync(cancellationToken)).Where(warning => http.User.Holds([.. warning.Roles])));
        }

        return ConsolePage.Show<StartList>(http, new Dictionary<string, object?> { ["Links"] = links.Of(http.User.FindFirstValue(ClaimTypes.Role)), ["Warnings"] = warnings });
    }
}
