namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Errors, headers and limits that every answer shares.</summary>
public static class HttpModule
{
    /// <summary>Registers the HTTP part.</summary>
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
    }

    /// <summary>The HTTP part of the pipeline, outermost first.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseRouting();
    }
}
