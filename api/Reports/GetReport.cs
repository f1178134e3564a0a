using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Reports;

/// <summary>GET /reports/{ticket} — where a report stands, who answers and until when.</summary>
public static class GetReport
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder reports) => reports.MapGet("/{ticket}", HandleAsync)
        .WithName(nameof(GetReport)).WithSummary("按编号看上报办到哪一步")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<ReportView>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The ticket is understood in any spelling.</summary>
    public static async Task<IResult> HandleAsync(string ticket, ReportDesk desk, CancellationToken cancellationToken) =>
        await FindAsync(ticket, desk, cancellationToken) is { } view ? TypedResults.Ok(view) : ReportRefusals.NoSuchReport().ToProblem();

    /// <summary>The view of a ticket in any spelling; null when there is none.</summary>
    public static async Task<ReportView?> FindAsync(string? ticket, ReportDesk desk, CancellationToken cancellationToken)
    {
        if (!SpokenNumber.TryParse(ticket, out var number))
        {
            return null;
        }

        return await desk.Database.ReadAsync(
            async connection => await ReportStore.FindAsync(connection, number.Text) is { } report ? await ReportView.ReadAsync(connection, report, desk) : null, cancellationToken);
    }
}
