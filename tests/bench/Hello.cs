using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Bench;

/// <summary>
/// The reference of all HTTP figures: Kestrel answering five bytes and nothing else; and at <c>/like</c> the floor of an answer, its own bytes and headers
/// from memory with nothing worked out.
/// </summary>
internal static class Hello
{
    public static async Task<int> ServeAsync(string address, string? like)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) => context.Response.WriteAsync("hello"));
        if (like is not null)
        {
            await MapLikeAsync(app, like);
        }

        await app.RunAsync(address);
        return 0;
    }

    private static async Task MapLikeAsync(WebApplication app, string like)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(like));
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Where(header => header.Key is not ("Date" or "Server")).Select(header => (header.Key, Value: new StringValues(header.Value.ToArray()))).ToArray();
        app.MapGet("/like", context =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
    }
}
