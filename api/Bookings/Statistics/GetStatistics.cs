using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Counts;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>GET /bookings/statistics — by month and township: how soon a date was offered, what was collected, missed and postponed, what was loaded and where it went.</summary>
public static class GetStatistics
{
    /// <summary>The statistics.</summary>
    /// <param name="Least">Counts below this one are null, and so is what would give them away.</param>
    /// <param name="Months">The months from the first with data to this one, the newest first; empty while nothing was booked.</param>
    /// <param name="Sample">True while this is a demonstration: no truck came.</param>
    /// <param name="Note">What must be known.</param>
    public sealed record Response(int Least, IReadOnlyList<PickupMonth> Months, bool Sample, string? Note);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/statistics", HandleAsync)
        .WithName(nameof(GetStatistics)).WithSummary("上门收运的统计：按月、按乡镇")
        .CacheOutput(CacheTags.Exports)
        .Produces<Response>();

    /// <summary>May be a minute old.</summary>
    public static async Task<IResult> HandleAsync(BookingDesk desk, CancellationToken cancellationToken)
    {
        var rules = desk.Facts.Book.Rules;
        return TypedResults.Ok(new Response(SmallCounts.Least, await ReadAsync(desk, cancellationToken), rules.Sample, rules.Sample ? "示例：演示站点上没有真的派车，这里的数来自试着约的人。" : null));
    }

    /// <summary>The months.</summary>
    public static async Task<IReadOnlyList<PickupMonth>> ReadAsync(BookingDesk desk, CancellationToken cancellationToken)
    {
        var today = desk.Clock.Today;
        var rows = await desk.Database.ReadAsync(connection => StatisticsStore.ReadAsync(connection, today), cancellationToken);
        return PickupStatistics.Of(rows, desk.Facts, today);
    }
}
