using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Reports;

/// <summary>POST /reports — tells what is wrong at a place or somewhere in the district; a ticket comes back.</summary>
public static class CreateReport
{
    /// <summary>Maps the operation. A photo in base64 takes four bytes for three.</summary>
    public static void Map(IEndpointRouteBuilder reports, int photoBytes) => reports.MapPost("/", HandleAsync)
        .WithName(nameof(CreateReport)).WithSummary("上报问题")
        .WithMetadata(new RequestSizeLimitAttribute((photoBytes / 3 * 4L) + 65_536))
        .RequireRateLimiting(ClientLimits.Reports)
        .Produces<ReportView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>Without an Idempotency-Key every request is a report of its own; with one, a retry gets the same ticket.</summary>
    /// <param name="request">What is reported.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">What decides.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="idempotencyKey">16–64 printable ASCII characters; may be left out.</param>
    public static async Task<IResult> HandleAsync(ReportRequest request, HttpContext http, ReportDesk desk, CancellationToken cancellationToken,
        [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey = null)
    {
        var (key, refusal) = string.IsNullOrEmpty(idempotencyKey) ? (null, null) : IdempotencyKey.Of(idempotencyKey);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        var (wish, refused) = CheckReport.Of(request, desk);
        if (wish is null)
        {
            return ReportRefusals.Fields(refused).ToProblem();
        }

        var keys = key is null ? null : new RequestKeys(desk.Secrets.Key("request", key), desk.Secrets.Key("body", JsonSerializer.Serialize(request, JsonForm.Options)));
        var view = await SaveReport.RunAsync(wish, keys, desk, cancellationToken);
        return TypedResults.Created($"/api/v1/reports/{view.Ticket}", view);
    }
}
