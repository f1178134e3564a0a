using System.Globalization;
using System.Security.Claims;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>How long a sign-in lasts.</summary>
/// <param name="Idle">It ends when nothing was asked for so long; every request after half of it renews it.</param>
/// <param name="Longest">It ends so long after the sign-in, whatever was asked.</param>
public sealed record SessionRules(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>What the settings say; refuses what is no number of at least one.</summary>
    public static SessionRules Of(IConfiguration configuration) => new(
        TimeSpan.FromMinutes(Settings.SessionsIdleMinutes.NumberOf(configuration, least: 1)),
        TimeSpan.FromHours(Settings.SessionsLongestHours.NumberOf(configuration, least: 1)));
}

/// <summary>Who is signed in. Every request asks the account again: a removed or locked one is out at once, wherever its cookie is.</summary>
public static class OperatorSession
{
    /// <summary>The page on which an operator chooses the own password.</summary>
    public const string PasswordPage = "/console/password/";

    private const string StampClaim = "stamp";
    private const string BeganClaim = "began";
    private const string MustChangeClaim = "must-change";

    /// <summary>Signs the operator in.</summary>
    public static Task StartAsync(HttpContext context, OperatorAccount account)
    {
        var began = context.RequestServices.GetRequiredService<JizhouClock>().Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        List<Claim> claims = [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role), new(StampClaim, account.Stamp), new(BeganClaim, began)];
        if (account.MustChange != 0)
        {
            claims.Add(new Claim(MustChangeClaim, "yes"));
        }

        return context.SignInAsync(SignIn.Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, SignIn.Scheme)));
    }

    /// <summary>Must this operator choose a password before anything else?</summary>
    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == MustChangeClaim);

    /// <summary>Compares the cookie with the account and its age with the rules; for the cookie's events.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var user = context.Principal;
        var account = IsYoung(user, services)
            ? await services.GetRequiredService<OperatorStore>().FindAsync(user?.Identity?.Name ?? "", context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.LockedAt is not null || account.Stamp != user?.FindFirstValue(StampClaim) || !user.IsInRole(account.Role))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignIn.Scheme);
        }
    }

    private static bool IsYoung(ClaimsPrincipal? user, IServiceProvider services) =>
        long.TryParse(user?.FindFirstValue(BeganClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        && services.GetRequiredService<JizhouClock>().Now < DateTimeOffset.FromUnixTimeMilliseconds(began) + services.GetRequiredService<SessionRules>().Longest;
}
