using System.Globalization;
using Jizhou.Public.Api.Bookings.Notices.Calls;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>GET /console/notices/ — what was told, what waits, and the dead letters. Nothing personal stands here.</summary>
public static class ListNotices
{
    private const int PageSize = 50;

    /// <summary>A line of the list.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="What">What it is about, in words.</param>
    /// <param name="Label">Label of the booking; blank for a mail of the office.</param>
    public sealed record Line(Notice Notice, string What, string Label);

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/notices/", HandleAsync).ExcludeFromDescription().RequireRole(CallRoles.Callers);

    /// <summary>One page, the newest first; without a choice the dead letters if there are any, else all.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, BookingDesk desk, NoticeWords words, NoticeChannels channels, ContentFolder content, CancellationToken cancellationToken)
    {
        var (query, now) = (http.Request.Query, desk.Clock.Now);
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, now), cancellationToken);
        var state = query.ContainsKey("state") ? query["state"].ToString() : figures.Dead > 0 ? NoticeState.Dead : "";
        var channel = query["channel"].ToString();
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        var notices = await desk.Database.ReadAsync(c => OutboxStore.QueryAsync(c, $"""
            SELECT {OutboxStore.Columns} FROM notice n
            WHERE n.number < @before AND (@state = '' OR n.state = @state) AND (@channel = '' OR n.channel = @channel) ORDER BY n.number DESC LIMIT @count
            """, new { before, state, channel, count = PageSize + 1 }), cancellationToken);
        return ConsolePage.Show<NoticesPage>(http, new Dictionary<string, object?>
        {
            ["Figures"] = figures,
            ["Now"] = now,
            ["Lines"] = await LinesAsync([.. notices.Take(PageSize)], desk, words, cancellationToken),
            ["Next"] = notices.Count > PageSize ? notices[PageSize - 1].Number : null,
            ["State"] = state,
            ["Channel"] = channel,
            ["Channels"] = channels,
            ["Warnings"] = content.Warnings.Where(w => w.File.EndsWith("/notices.yaml", StringComparison.Ordinal)).ToList(),
            ["Resent"] = query["resent"].ToString(),
        });
    }

    private static Task<List<Line>> LinesAsync(IReadOnlyList<Notice> notices, BookingDesk desk, NoticeWords words, CancellationToken cancellationToken) =>
        desk.Database.ReadAsync(
            async connection =>
            {
                List<Line> lines = [];
                foreach (var notice in notices)
                {
                    var booking = notice.Reference is null ? null : await BookingStore.FindAsync(connection, notice.Reference);
                    lines.Add(new Line(notice, words.Name(notice), booking?.Label ?? ""));
                }

                return lines;
            },
            cancellationToken);
}
