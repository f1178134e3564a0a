using System.Net;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Platform.Http;

/// <summary>
/// Thousands of seeded requests made from our own description of the API: no answer is our fault, every refusal is a problem
/// document, and every address answers its own example kindly.
/// </summary>
public sealed class HostileRequestsTests(HostileRequestsTests.OpenServer fixture) : IClassFixture<HostileRequestsTests.OpenServer>
{
    private const int Requests = 3_000;

    [Theory]
    [InlineData(20261122)]
    [InlineData(7)]
    public async Task No_request_breaks_the_program_and_every_refusal_explains_itself(int seed)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance); // templates come in GB18030
        var operations = Operation.ReadAll(JsonDocument.Parse(await fixture.Http.GetStringAsync("/openapi/v1.json")).RootElement);
        Assert.InRange(operations.Count, 25, 500);
        var hostile = new HostileRequests(new Random(seed));
        var seen = new HashSet<int>();
        List<string> wrong = [];
        for (var i = 0; i < Requests; i++)
        {
            using var request = hostile.Next(operations[i % operations.Count]);
            using var answer = await fixture.Http.SendAsync(request);
            seen.Add((int)answer.StatusCode);
            if (Fault(answer, await answer.Content.ReadAsStringAsync()) is { } fault)
            {
                wrong.Add($"{request.Method} {request.RequestUri}: {fault}");
            }
        }

        Assert.Empty(wrong.Take(20));
        Assert.Superset(new HashSet<int> { 200, 304, 400, 404, 405, 415, 422 }, seen); // else the requests were not hostile, or not requests
    }

    private static string? Fault(HttpResponseMessage answer, string text)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{status} {text}";
        }

        if (status < 400)
        {
            return answer.Headers.Contains("X-Request-Id") ? null : $"{status} without a request id";
        }

        if (answer.RequestMessage!.Method == HttpMethod.Head)
        {
            return text.Length == 0 ? null : "a body after HEAD";
        }

        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{status} as {answer.Content.Headers.ContentType}";
        }

        var problem = JsonDocument.Parse(text).RootElement;
        return problem.GetProperty("status").GetInt32() == status
            && problem.GetProperty("code").GetString() is { Length: > 0 }
            && problem.GetProperty("title").GetString()!.Any(character => character is >= '\u4e00' and <= '\u9fff')
            && problem.GetProperty("requestId").GetString() == answer.Headers.GetValues("X-Request-Id").Single()
            ? null
            : $"{status} {text}";
    }

    /// <summary>A server whose limits per client do not hide the answers behind them, and a client that unpacks.</summary>
    public sealed class OpenServer : IDisposable
    {
        private readonly ApiServer _server = new() { ["Limits:WritesPerMinute"] = "1000000" };

        /// <summary>Starts the server.</summary>
        public OpenServer() => Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = _server.Http.BaseAddress,
        };

        /// <summary>The client.</summary>
        public HttpClient Http { get; }

        /// <inheritdoc />
        public void Dispose()
        {
            Http.Dispose();
            _server.Dispose();
        }
    }
}
