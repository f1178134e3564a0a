using System.Globalization;
using Jizhou.Public.Api.Bookings.Notices.Calls;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>/console/notices/{number}/resend/ and /console/notices/resend/ — sends one dead letter, or after a question all of them, again.</summary>
public static class ResendNotices
{
    private const int MostAtOnce = 10_000;

    /// <summary>Maps question and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var notices = app.MapGroup("/console/notices").ExcludeFromDescription().RequireRole(CallRoles.Callers).ChecksForms();
        notices.MapPost("/{number:long}/resend/", OneAsync);
        notices.MapGet("/resend/", AskAsync);
        notices.MapPost("/resend/", AllAsync);
    }

    private static async Task<IResult> OneAsync(long number, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken) =>
        Back(await ReviveAsync([number], http, desk, audit, cancellationToken));

    private static async Task<IResult> AskAsync(HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, desk.Clock.Now), cancellationToken);
        return ConsolePage.Show<ResendAllPage>(http, new Dictionary<string, object?> { ["Dead"] = figures.Dead });
    }

    private static async Task<IResult> AllAsync(HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        var dead = await desk.Database.ReadAsync(c => OutboxStore.QueryAsync(
            c, $"SELECT {OutboxStore.Columns} FROM notice n WHERE n.state = 'dead' AND n.channel <> 'call' ORDER BY n.number LIMIT @count", new { count = MostAtOnce }), cancellationToken);
        return Back(await ReviveAsync([.. dead.Select(n => n.Number)], http, desk, audit, cancellationToken));
    }

    private static Task<int> ReviveAsync(IReadOnlyList<long> numbers, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken) =>
        desk.Database.WriteAsync(
            async tx =>
            {
                var revived = 0;
                foreach (var number in numbers)
                {
                    revived += await OutboxStore.ReviveAsync(tx, number, desk.Clock.Now) ? 1 : 0;
                }

                if (revived > 0)
                {
                    await audit.NoteAsync(tx, Actor.Of(http.User), NoticeActions.Resent, numbers is [var one] ? $"notice {one}" : "notices",
                        string.Create(CultureInfo.InvariantCulture, $"重发 {revived} 条发不出去的通知。"));
                }

                return revived;
            },
            cancellationToken);

    private static RedirectHttpResult Back(int revived) => TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/console/notices/?resent={revived}"));
}
