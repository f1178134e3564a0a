using System.Security.Claims;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Lets only some roles to an address of the console. Nobody signed in: the sign-in page; another role: a page that says so in words; a password from somebody else: the page to choose one.</summary>
public static class RoleGate
{
    /// <summary>Every role; for pages that any operator may see.</summary>
    public static string[] Anyone => [.. Roles.Names.Keys];

    /// <summary>Requires one of these roles, for an endpoint or a whole group. Runs before the handler reads a body.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization();
        return builder.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.User.MustChangePassword())
            {
                return TypedResults.LocalRedirect(OperatorSession.PasswordPage);
            }

            return Holds(http.User, roles)
                ? await next(context)
                : ConsolePage.Show<NotForYou>(http, new Dictionary<string, object?> { ["Allowed"] = roles }, StatusCodes.Status403Forbidden);
        });
    }

    /// <summary>Whether somebody has one of these roles.</summary>
    public static bool Holds(this ClaimsPrincipal user, params string[] roles) => roles.Contains(user.FindFirstValue(ClaimTypes.Role), StringComparer.Ordinal);
}
