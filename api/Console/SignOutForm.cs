using Jizhou.Public.Api.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Jizhou.Public.Api.ConsolePages;

/// <summary>POST /console/sign-out/ — the way out.</summary>
public static class SignOutForm
{
    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder console) => console.MapPost("/sign-out/", HandleAsync).DisableAntiforgery(); // checked in the handler

    /// <summary>Only our own form may sign somebody out.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(http);
        await http.SignOutAsync(SignIn.Scheme);
        return TypedResults.LocalRedirect(SignIn.Page);
    }
}
