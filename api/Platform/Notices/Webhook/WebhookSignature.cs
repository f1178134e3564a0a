using System.Security.Cryptography;
using System.Text;

namespace Jizhou.Public.Api.Platform.Notices.Webhook;

/// <summary>
/// The signature of the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over
/// <c>id.timestamp.body</c>, so that a receiver can use a library of its own language.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header with the id of the message; the same for every attempt.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the second of the attempt, counted from 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header with the signature.</summary>
    public const string Header = "webhook-signature";

    /// <summary><c>v1,</c> and the HMAC in base64.</summary>
    public static string Of(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{id}.{timestamp}.");
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
