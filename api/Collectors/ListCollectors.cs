using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Collectors;

/// <summary>GET /collectors — who may collect a stream in a township; expired licences are shown as expired, never left out.</summary>
public static class ListCollectors
{
    /// <summary>One collector.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name; sample data says 示例.</param>
    /// <param name="Streams">Codes of what it takes.</param>
    /// <param name="StreamNames">The same for people.</param>
    /// <param name="Townships">Where, by code and name.</param>
    /// <param name="Licence">Number of its licence.</param>
    /// <param name="ValidFrom">First day of the licence; null when not recorded.</param>
    /// <param name="ValidUntil">Last day of the licence; null when not recorded.</param>
    /// <param name="State">valid, expired, not-yet or unknown today.</param>
    /// <param name="StateName">The state for people.</param>
    /// <param name="Plates">Number plates of its trucks.</param>
    /// <param name="Source">Where this was read.</param>
    /// <param name="CheckedOn">Day of the last comparison with the source.</param>
    /// <param name="Sample">Made up for demonstration?</param>
    public sealed record Item(string Id, string Name, IReadOnlyList<string> Streams, IReadOnlyList<string> StreamNames, IReadOnlyList<Place> Townships, string Licence,
        DateOnly? ValidFrom, DateOnly? ValidUntil, string State, string StateName, IReadOnlyList<string> Plates, string Source, DateOnly CheckedOn, bool Sample);

    /// <summary>A township.</summary>
    public sealed record Place(string Code, string Name);

    /// <summary>The collectors, valid ones first.</summary>
    /// <param name="Today">The day the states hold for.</param>
    /// <param name="Items">The collectors.</param>
    /// <param name="Message">What to do when none is recorded; null when there is one.</param>
    public sealed record Response(DateOnly Today, IReadOnlyList<Item> Items, string? Message);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder collectors) => collectors.MapGet("", Handle).ProducesProblem(400);

    /// <summary>收运单位名录</summary>
    /// <remarks>stream、township 只留与之有关的；过期的也在，state 写明 expired。没有记录时 items 为空，message 写明怎么办。随站只带示例。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(ContentFolder content, JizhouClock clock, string? stream = null, string? township = null)
    {
        if (CollectorsRefusals.Check(content.Geo, stream, township) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var items = content.Collectors
            .Where(c => (stream is null || c.Streams.Contains(stream)) && (township is null || c.Townships.Contains(township)))
            .OrderByDescending(c => c.StateOn(clock.Today) == "valid")
            .Select(c => Of(c, content.Geo, clock.Today)).ToArray();
        return TypedResults.Ok(new Response(clock.Today, items, items.Length > 0 ? null : "本镇未录入收运单位。请拨打天津本地 12345、外地手机 022-12345，请区城市管理委告诉您可以交给谁。"));
    }

    private static Item Of(Collector one, Geography geo, DateOnly today)
    {
        var state = one.StateOn(today);
        return new Item(one.Id, one.Name, one.Streams, [.. one.Streams.Select(s => CollectorWords.Streams[s])],
            [.. one.Townships.Select(code => new Place(code, geo.Townships.First(t => t.Code == code).Name))],
            one.Licence, one.ValidFrom, one.ValidUntil, state, CollectorWords.States[state], one.Plates, one.Source, one.CheckedOn, one.Sample);
    }
}
