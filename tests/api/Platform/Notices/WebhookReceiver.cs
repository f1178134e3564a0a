using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jizhou.Public.ApiTests.Platform.Notices;

/// <summary>A real HTTP server of our own that takes events, and answers what a test wants.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Hook> _taken = new();

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>What arrived, also what was refused.</summary>
    public IReadOnlyList<Hook> Hooks => [.. _taken];

    /// <summary>Its address.</summary>
    public string Url => _app.Urls.Single() + "/hook";

    /// <summary>What to answer to a request; 204 unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>A receiver that runs.</summary>
    public static async Task<WebhookReceiver> StartedAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Answers every request with this status from now on.</summary>
    public void Refuse(int status, string? retryAfter = null) => Answer = http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    /// <summary>Takes everything from now on.</summary>
    public void Accept() => Refuse(StatusCodes.Status204NoContent);

    /// <summary>Forgets what came.</summary>
    public void Clear() => _taken.Clear();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _taken.Enqueue(new Hook(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body.ToArray()));
        await Answer(http);
    }
}

/// <summary>A request that arrived.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Body">Its bytes.</param>
public sealed record Hook(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The id of the message.</summary>
    public string Id => Headers["webhook-id"];

    /// <summary>The body read as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>A text of the body.</summary>
    public string? Text(string property) => Json.GetProperty(property).GetString();
}
