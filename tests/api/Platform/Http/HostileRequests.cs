using System.Text;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>Makes requests that a careless or malicious client might send, the same ones for the same seed.</summary>
public sealed class HostileRequests(Random random)
{
    // Already percent-encoded, so that broken encodings are among them.
    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "5", "40.05", "117.41", "NaN", "Infinity", "1e308", "1e400", "-0", "0x10", "99999999999999999999", "2147483648", "1.5",
        "true", "false", "TRUE", "null", "undefined", "2026-11-25", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-22T00:00:00Z",
        "%00", "%ff%fe", "%zz", "%", "%25", "%E5%A5%B6%E8%8C%B6%E6%9D%AF", "%F0%A0%AE%B7", "%EF%BC%95", "%ED%A0%80", "%E2%80%AE", "a%0d%0aSet-Cookie:x=1",
        "'%20OR%201=1--", "%22;DROP%20TABLE%20place;--", "<script>alert(1)</script>", "${jndi:ldap://x}", "{{7*7}}", "..%2f..%2fetc%2fpasswd", "..", "%5c..",
        "any", "all", "wgs84", "gcj02", "bd09", "paper", "glass", "collection-point", "inn", "guest-toiletries", "built-up", "120119100201", "120119100",
        "117.2,39.9,117.5,40.1", "1,2,3", "NaN,NaN,NaN,NaN", "sample-020", "sample-165", "energy-productivity", "nai-cha-bei", "dianchi", "AAAA", "AUCzwq0zKMqJc2FtcGxlLTAwOA",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "}", "null", "[]", "0", "\"x\"", "{}", "{\"a\":}", "{\"a\":1,\"a\":2}", "\u0000", "{\"__proto__\":{}}", "\ufeff{}", "// {}", "{\"slot\":\"\\ud800\"}", "NaN",
    ];

    private static readonly string[] Members =
    [
        "null", "true", "0", "-1", "1e999", "1.5", "99999999999999999999", "\"\"", "\"x\"", "\"120119100201\"", "\"centre.2026-11-25.morning\"", "\"centre.9999-99-99.noon\"",
        "\"13800000000\"", "\"\\u0000\"", "\"\\ud800\"", "\"𠮷\"", "\"<b>\"", "[]", "[null]", "[[]]", "{}", "[{}]", "[{\"code\":\"sofa\",\"count\":1}]",
        "[{\"code\":\"sofa\",\"count\":-1}]", "[{\"code\":\"sofa\",\"count\":2147483648}]", "[{\"code\":null,\"count\":null}]",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", "application/xml"), ("Accept", "text/html"), ("Accept", ";;;"), ("Accept-Encoding", "br;q=x"), ("Accept-Encoding", "identity;q=0, *;q=0"), ("Accept-Encoding", "gzip"),
        ("If-None-Match", "*"), ("If-None-Match", "W/\"a\", \"b\""), ("If-None-Match", "broken"), ("If-Modified-Since", "yesterday"), ("Range", "bytes=5-1"), ("Range", "bytes=0-9,3-"),
        ("Authorization", "Manage"), ("Authorization", "Manage " + new string('A', 4000)), ("Authorization", "Basic !!!"), ("Idempotency-Key", "short"),
        ("Idempotency-Key", "0123456789abcdef0123"), ("Idempotency-Key", "with a space in it"), ("Origin", "null"), ("Cookie", "__Host-jizhou=forged; jizhou-form=forged"),
        ("X-Forwarded-For", "999.1.1.1, ::1"), ("X-HTTP-Method-Override", "DELETE"),
    ];

    private static readonly string[] Types =
        ["application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/json; charset=gbk", "text/plain", "application/xml", "multipart/form-data; boundary=x", ";;;", ""];

    private static readonly HttpMethod[] Methods =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new("FOO")];

    /// <summary>A request to this operation, or nearly.</summary>
    public HttpRequestMessage Next(Operation operation)
    {
        var method = Chance(10) ? Pick(Methods) : operation.Method;
        var request = new HttpRequestMessage(method, new Uri(Address(operation), UriKind.Relative));
        for (var headers = random.Next(3); headers > 0; headers--)
        {
            var (name, value) = Pick(Headers);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (operation.Members is not null || Chance(20))
        {
            request.Content = Body(operation.Members ?? []);
        }

        return request;
    }

    private string Address(Operation operation)
    {
        var path = new StringBuilder();
        foreach (var segment in operation.Path.Split('/').Skip(1))
        {
            path.Append('/').Append(segment.Contains('{', StringComparison.Ordinal) ? Segment(segment) : segment);
        }

        var query = operation.Query.Where(_ => Chance(60)).Append(Chance(10) ? Pick(Values) : null).OfType<string>()
            .SelectMany(name => Enumerable.Repeat(name, Chance(5) ? 2 : 1)).Select(name => $"{name}={Pick(Values)}").ToList();
        return query.Count == 0 ? path.ToString() : $"{path}?{string.Join('&', query)}";
    }

    // A null byte or a dot segment in the path is settled by the server or the client before we see the request.
    private string Segment(string template)
    {
        var value = Pick(Values);
        return value is "" or ".." or "%00" ? template.Trim('{', '}') : value;
    }

    private ByteArrayContent Body(IReadOnlyList<(string Name, string Type)> members)
    {
        var text = members.Count == 0 || Chance(25)
            ? Pick(Bodies)
            : $"{{{string.Join(',', members.Where(_ => Chance(90)).Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Pick(Members)}"))}}}";
        var bytes = Encoding.UTF8.GetBytes(text);
        if (Chance(5))
        {
            bytes = [.. bytes, 0xFF, 0xFE];
        }

        var content = new ByteArrayContent(bytes);
        if (Pick(Types) is { Length: > 0 } type)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
