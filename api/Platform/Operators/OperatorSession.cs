using System.Security.Claims;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Who is signed in. Every request asks the account again: a removed one is out at once, wherever its cookie is.</summary>
public static class OperatorSession
{
    private const string StampClaim = "stamp";

    /// <summary>Signs the operator in.</summary>
    public static Task StartAsync(HttpContext context, OperatorAccount account) => context.SignInAsync(SignIn.Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role), new(StampClaim, account.Stamp)], SignIn.Scheme)));

    /// <summary>Compares the cookie with the account; for the cookie's events.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<OperatorStore>();
        var account = await store.FindAsync(context.Principal?.Identity?.Name ?? "", context.HttpContext.RequestAborted);
        if (account is null || account.Stamp != context.Principal?.FindFirstValue(StampClaim) || !context.Principal.IsInRole(account.Role))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignIn.Scheme);
        }
    }
}
