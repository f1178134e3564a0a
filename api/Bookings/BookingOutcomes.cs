using System.Diagnostics.Metrics;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings;

/// <summary>Counts how the operations of bookings end: <c>done</c>, or the code of the refusal.</summary>
public static class BookingOutcomes
{
    /// <summary>Holds that ran out and were given back.</summary>
    public static readonly Counter<long> HoldsExpired = PublicMeter.Meter.CreateCounter<long>("jizhou.booking.holds_expired", "{hold}", "Holds that ran out and were given back.");

    private static readonly Counter<long> Outcomes = PublicMeter.Meter.CreateCounter<long>("jizhou.booking.outcomes", "{request}", "How operations of bookings ended, by refusal code.");

    /// <summary>The filter of the bookings' group.</summary>
    public static async ValueTask<object?> CountAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var result = await next(context);
            Count(context.HttpContext, result is ProblemHttpResult problem ? problem.ProblemDetails.Extensions["code"] : "done");
            return result;
        }
        catch (RefusedException refused)
        {
            Count(context.HttpContext, refused.Refusal.Code);
            throw;
        }
    }

    private static void Count(HttpContext http, object? outcome)
        => Outcomes.Add(1, new("operation", http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName), new("outcome", outcome));
}
