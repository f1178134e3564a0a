using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Places.Terminals;

/// <summary>PUT /api/v1/terminals/{id}/status — a smart terminal says how full it is.</summary>
public static partial class PutStatus
{
    // Clocks of machines run ahead a little; more than this is a wrong clock.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>What the terminal says.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>ok, full or broken.</summary>
        public required string State { get; init; }

        /// <summary>When it was measured: RFC 3339 with its offset, 2026-11-22T10:00:00+08:00.</summary>
        public required string Time { get; init; }

        /// <summary>Fill by material code in whole percent, 0 to 100; may be left out.</summary>
        public IReadOnlyDictionary<string, int>? Fill { get; init; }
    }

    /// <summary>What is on record now.</summary>
    public sealed record Response(string Id, PlaceAnswer.Terminal Terminal);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder terminals) => terminals.MapPut("/{id}/status", HandleAsync)
        .WithName("PutTerminalStatus").WithSummary("智能终端上报满没满（需要密钥）")
        .Produces<Response>().ProducesProblem(401).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);

    /// <summary>Records a report. Sending the same one again changes nothing; one that is older than the record is refused.</summary>
    public static async Task<IResult> HandleAsync(
        string id, Request request, HttpContext http, ApiKeyStore keys, CurrentPlaces places, TerminalStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await keys.CheckAsync(http.Request, ApiKeyStore.Terminals, cancellationToken) is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return PlatformRefusals.SignInRequired.Because("请在 Authorization: Bearer 里带上范围为 terminals 的有效密钥。").ToProblem();
        }

        var now = time.GetUtcNow();
        if (Check(id, request, places.Snapshot, now, out var status) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return await store.ReportAsync(id, status!, cancellationToken)
            ? TypedResults.Ok(new Response(id, Shown(status!, now)))
            : PlaceRefusals.OldStatus(status!.ReportedAt).ToProblem();
    }

    private static Refusal? Check(string id, Request request, PlaceSnapshot snapshot, DateTimeOffset now, out TerminalStatus? status)
    {
        status = null;
        if (snapshot.Find(id) is not { } entry)
        {
            return snapshot.FindRemoved(id) is { } removed ? PlaceRefusals.Removed(removed) : PlaceRefusals.NotFound(id);
        }

        if (entry.Place.Kind != "smart-terminal")
        {
            return PlaceRefusals.NoTerminal(id);
        }

        List<FieldRefusal> wrong = [];
        var at = ReadTime(request.Time, now, wrong);
        if (request.State is not ("ok" or "full" or "broken"))
        {
            wrong.Add(new("state", FieldCodes.NotOneOf, $"state=“{request.State}” 不对，应为 ok、full、broken 之一。"));
        }

        CheckFill(request.Fill, snapshot.Words, wrong);
        status = new TerminalStatus(request.State, new SortedDictionary<string, int>(request.Fill?.ToDictionary() ?? [], StringComparer.Ordinal), at);
        return wrong.Count == 0 ? null : PlatformRefusals.InvalidFields.Because($"请检查：{string.Join("；", wrong.Select(field => field.Message))}") with { Fields = wrong };
    }

    private static DateTimeOffset ReadTime(string text, DateTimeOffset now, List<FieldRefusal> wrong)
    {
        if (!Instant().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            wrong.Add(new("time", FieldCodes.Invalid, $"time=“{text}” 不对，应带时区，例如 2026-11-22T10:00:00+08:00。"));
            return default;
        }

        if (at > now + Skew)
        {
            wrong.Add(new("time", FieldCodes.Invalid, $"time=“{text}” 还没有到，请校准终端的时钟。"));
        }
        else if (at < now.AddYears(-1))
        {
            wrong.Add(new("time", FieldCodes.Invalid, $"time=“{text}” 是一年多以前，请校准终端的时钟。"));
        }

        return at;
    }

    private static void CheckFill(IReadOnlyDictionary<string, int>? fill, PlaceWords words, List<FieldRefusal> wrong)
    {
        foreach (var (material, percent) in fill ?? new Dictionary<string, int>())
        {
            if (words.MaterialBit(material) is null)
            {
                wrong.Add(new($"fill.{material}", FieldCodes.NotOneOf, $"没有品类 “{material}”，代码见 /api/v1/materials。"));
            }

            if (percent is < 0 or > 100)
            {
                wrong.Add(new($"fill.{material}", FieldCodes.Invalid, $"{material} 的 {percent} 不对，应为 0 到 100 的整数百分比。"));
            }
        }
    }

    private static PlaceAnswer.Terminal Shown(TerminalStatus status, DateTimeOffset now)
    {
        var live = status.IsLive(now);
        return new(
            live, live ? status.State : "unknown", status.InWords(now), status.ReportedAt.ToOffset(TimeSpan.FromHours(8)),
            live ? status.Fill : new Dictionary<string, int>());
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
