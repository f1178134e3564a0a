using System.Buffers;
using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>
/// Sends a JSON object with the moment it was made in it (<c>timeStamp</c>), and yet a strong tag: the tag is the hash of everything
/// else with the moment appended. A client that brings a tag of the same hash holds this answer, made at that moment: 304.
/// </summary>
internal static class FreshAnswer
{
    /// <summary>Sends the object, whose last byte is its closing brace.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json, string mediaType, DateTimeOffset now)
    {
        var content = default(ContentHash);
        content.Add(json.Span);
        content.Add(mediaType);
        var hash = content.ToString();
        var made = HeldMoment(context.Request, hash) ?? now.ToUnixTimeMilliseconds();
        if (ConditionalGet.IsHeldByClient(context, string.Create(CultureInfo.InvariantCulture, $"{hash}.{made}")))
        {
            return;
        }

        context.Response.ContentType = mediaType;
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(made).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        var end = $",\"timeStamp\":\"{moment}\"}}";
        var whole = ArrayPool<byte>.Shared.Rent(json.Length + end.Length); // sent in one piece: two would be two packets
        json[..^1].CopyTo(whole);
        var length = json.Length - 1 + Encoding.ASCII.GetBytes(end, whole.AsSpan(json.Length - 1));
        context.Response.ContentLength = length;
        await context.Response.BodyWriter.WriteAsync(whole.AsMemory(0, length), context.RequestAborted);
        ArrayPool<byte>.Shared.Return(whole);
    }

    private static long? HeldMoment(HttpRequest request, string hash)
    {
        var held = request.Headers.IfNoneMatch.ToString();
        var start = held.IndexOf($"\"{hash}.", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var digits = held.AsSpan(start + hash.Length + 2);
        digits = digits[..digits.IndexOfAnyExceptInRange('0', '9')];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var made) && made < 253_402_300_800_000 ? made : null;
    }
}
