using System.Net;
using System.Net.Http.Headers;

namespace Jizhou.Public.Api.Platform.Notices.Webhook;

/// <summary>Hands events to one HTTP address, signed. 2xx means taken, 410 means never again, all else is tried again.</summary>
public sealed class WebhookChannel(HttpClient http, WebhookSettings settings, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>May the phone number stand in the body?</summary>
    public bool IncludesPhone => settings.IncludesPhone;

    /// <summary>A client for it: no redirects (a signed body belongs to one address only), no cookies.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { ConnectionClose = true }, // a kept connection may be closed by the receiver just as the next message is sent on it
    };

    /// <summary>One attempt.</summary>
    /// <param name="id">The same for every attempt of a message, so that a receiver can drop doubles.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellationToken">Ends with the server.</param>
    public async Task<Delivery> SendAsync(string id, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Timeout);
        using var request = Request(id, body);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Read(answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Later($"对方 {settings.Timeout.TotalSeconds:0} 秒没有回答");
        }
        catch (HttpRequestException failure)
        {
            return Delivery.Later($"连不上对方（{failure.HttpRequestError}）");
        }
    }

    private HttpRequestMessage Request(string id, byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } };
        request.Headers.UserAgent.ParseAdd("Jizhou.Public");
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, $"{timestamp}");
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(settings.Key, id, timestamp, body));
        return request;
    }

    private Delivery Read(HttpResponseMessage answer) => answer.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Delivery.Sent,
        HttpStatusCode.Gone => Delivery.Never("对方回答 410：不再接收"),
        var status => Delivery.Later($"对方回答 {(int)status}", Wait(answer.Headers.RetryAfter)),
    };

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
}
