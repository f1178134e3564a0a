namespace Jizhou.Public.Api.ConsolePages;

/// <summary>The start page, signing in and out of the operators' side. The pages behind it belong to their features. (The namespace is not "Console": that would hide System.Console from everybody.)</summary>
public static class ConsoleModule
{
    /// <summary>The addresses of the feature.</summary>
    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        var console = app.MapGroup("/console").ExcludeFromDescription();
        StartPage.Map(console);
        SignInPage.Map(console);
        SignOutForm.Map(console);
    }
}
