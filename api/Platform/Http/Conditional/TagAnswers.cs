using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// Gives every public GET answer of the API that has no tag yet a strong one from its bytes, and answers 304 when the client
/// holds it. Personal answers and everything that is no GET is marked <c>no-store</c>.
/// </summary>
public sealed class TagAnswers(RequestDelegate next)
{
    /// <summary>Keep it, but ask each time.</summary>
    public const string AskAgain = "public, no-cache";

    /// <summary>Buffers the answer until its tag is known.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || !IsAnswer(context.Request.Path))
        {
            await next(context);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) || endpoint.Metadata.GetMetadata<PersonalAnswer>() is not null)
        {
            context.Response.Headers.CacheControl = "no-store";
            await next(context);
            return;
        }

        await TagAsync(context);
    }

    private static bool IsAnswer(PathString path) => OpenData.Covers(path) || OpenData.IsPersonal(path);

    private async Task TagAsync(HttpContext context)
    {
        var direct = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var held = new HeldBody(context.Response, direct.Stream);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held, direct));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(direct);
        }

        await SendAsync(context, held.Held);
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (body.IsEmpty)
        {
            return;
        }

        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count == 0 && response.Headers.CacheControl != "no-store")
        {
            var version = Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 12));
            if (ConditionalGet.IsHeldByClient(context, version))
            {
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }

        if (!response.Headers.ContainsKey("Content-Encoding"))
        {
            response.ContentLength = body.Length;
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
