using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The operators' sign-in: a cookie that scripts cannot read, other sites cannot send and plain http never carries.</summary>
public static class SignIn
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The sign-in page.</summary>
    public const string Page = "/console/sign-in/";

    /// <summary>Registers cookie, form tokens and the keys behind them.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder, KeyFolder folder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // warns that keys are stored unencrypted: the key folder's permissions guard them
        builder.Services.AddDataProtection()
            .SetApplicationName("Jizhou.Public")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.SessionFolder));
        builder.Services.AddAuthentication(Scheme).AddCookie(ConfigureCookie);
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Form-Token";
            options.FormFieldName = "form-token";
            options.Cookie.Name = "jizhou-form";
            options.Cookie.SameSite = SameSiteMode.Strict;

            // "Always" would refuse http://127.0.0.1, where the console is tried out.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // set for every answer
        });
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-jizhou";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.Path = "/";
        options.SlidingExpiration = true; // how long: SessionRules, set with the events of the accounts
        options.LoginPath = Page;
        options.AccessDeniedPath = Page;
        options.Events.OnRedirectToLogin = context => RedirectOrStatus(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectOrStatus(context, StatusCodes.Status403Forbidden);
    }

    private static Task RedirectOrStatus(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        // A program gets a status it can read, a person the sign-in page; an operator without the right gets told so.
        if (context.Request.Path.StartsWithSegments("/api") || status == StatusCodes.Status403Forbidden)
        {
            context.Response.StatusCode = status;
        }
        else
        {
            // Not the framework's RedirectUri: it begins with the Host header, which anyone may forge.
            var request = context.Request;
            var wanted = $"{request.PathBase}{request.Path}{request.QueryString}";
            context.Response.Redirect($"{request.PathBase}{Page}{QueryString.Create(context.Options.ReturnUrlParameter, wanted)}");
        }

        return Task.CompletedTask;
    }
}
