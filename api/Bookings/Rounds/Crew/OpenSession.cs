using Jizhou.Public.Api.Bookings.Rounds.Dispatch;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings.Rounds.Crew;

/// <summary>GET /console/round/session?day=… — what the page's script needs from the sign-in: who it is, the keys of today and of days whose results are still on the phone, a token for sending.</summary>
public static class OpenSession
{
    private const int DaysKept = 31;
    private const int MostDays = 8;

    /// <summary>The answer; never stored.</summary>
    /// <param name="Operator">The account.</param>
    /// <param name="Day">Today in Jizhou.</param>
    /// <param name="Now">This instant, in milliseconds since 1970.</param>
    /// <param name="Until">End of the day, when the phone must forget the round.</param>
    /// <param name="FormToken">Goes into X-Form-Token.</param>
    /// <param name="Keys">Key by day, Base64.</param>
    public sealed record Response(string Operator, string Day, long Now, long Until, string FormToken, IReadOnlyDictionary<string, string> Keys);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/round/session", Handle).ExcludeFromDescription().RequireRole(Roles.Crew);

    private static JsonHttpResult<Response> Handle(HttpContext http, RoundDesk desk, RoundKeys keys, IAntiforgery antiforgery)
    {
        var (name, now, today) = (http.User.Identity?.Name ?? "", desk.Bookings.Clock.Now, desk.Bookings.Clock.Today);
        var days = http.Request.Query["day"].Take(MostDays).Select(ListRounds.DayOf).OfType<DateOnly>().Where(d => d <= today && d > today.AddDays(-DaysKept)).Append(today).Distinct();
        var token = antiforgery.GetAndStoreTokens(http).RequestToken!;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new Response(name, Slots.SlotStore.Day(today), now.ToUnixTimeMilliseconds(),
            JizhouClock.At(today.AddDays(1), TimeOnly.MinValue).ToUnixTimeMilliseconds(), token, days.ToDictionary(Slots.SlotStore.Day, d => Convert.ToBase64String(keys.Of(name, d)))));
    }
}
