using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jizhou.Public.Bench;

/// <summary>The reference of all HTTP figures: Kestrel answering five bytes and nothing else.</summary>
internal static class Hello
{
    public static async Task<int> ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) => context.Response.WriteAsync("hello"));
        await app.RunAsync(address);
        return 0;
    }
}
