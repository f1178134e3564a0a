using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Notices.Outbox;

namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>The SQL of the call sheet.</summary>
public static class CallStore
{
    private const string IsDue = "n.channel = 'call' AND n.state = 'waiting' AND n.due_at <= @now";

    /// <summary>All that is to be rung by now.</summary>
    public static Task<IReadOnlyList<Notice>> DueAsync(DbConnection connection, DateTimeOffset now) => OutboxStore.QueryAsync(
        connection, $"SELECT {OutboxStore.Columns} FROM notice n WHERE {IsDue} ORDER BY CASE WHEN n.event LIKE 'reminder-%' THEN 1 ELSE 0 END, n.number", new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>Calls since an instant, the newest first, with what they were about.</summary>
    public static async Task<IReadOnlyList<Call>> MadeAsync(DbConnection connection, DateTimeOffset since) => [.. await connection.QueryAsync<Call>("""
        SELECT c.notice AS Notice, c.at AS At, c.by_whom AS ByWhom, c.result AS Result, n.state AS State, b.label AS Label
        FROM notice_call c JOIN notice n ON n.number = c.notice JOIN booking b ON b.reference = n.reference
        WHERE c.at >= @since ORDER BY c.number DESC
        """, new { since = since.ToUnixTimeMilliseconds() })];

    /// <summary>Calls about what is still to be rung, the newest first.</summary>
    public static async Task<ILookup<long, Call>> TriesAsync(DbConnection connection, DateTimeOffset now) => (await connection.QueryAsync<Call>($"""
        SELECT c.notice AS Notice, c.at AS At, c.by_whom AS ByWhom, c.result AS Result, n.state AS State
        FROM notice_call c JOIN notice n ON n.number = c.notice WHERE {IsDue} ORDER BY c.number DESC
        """, new { now = now.ToUnixTimeMilliseconds() })).ToLookup(call => call.Notice);

    /// <summary>Takes calls that are no longer true off the sheet.</summary>
    public static async Task DropAsync(DbTransaction transaction, IEnumerable<(long Number, string Why)> stale, DateTimeOffset now)
    {
        foreach (var (number, why) in stale)
        {
            await transaction.Connection!.ExecuteAsync(
                "UPDATE notice SET state = 'dropped', problem = @why, ended_at = @now WHERE number = @number AND channel = 'call' AND state = 'waiting'",
                new { number, why, now = now.ToUnixTimeMilliseconds() }, transaction);
        }
    }

    /// <summary>Keeps the result of a call and brings its notice into the state that follows; false when there is no such call.</summary>
    public static async Task<bool> NoteAsync(DbTransaction transaction, long number, string result, string byWhom, DateTimeOffset now)
    {
        var state = result switch { CallResult.Reached => NoticeState.Sent, CallResult.WrongNumber => NoticeState.Dead, _ => NoticeState.Waiting };
        var values = new { number, state, result, byWhom, problem = result == CallResult.WrongNumber ? "号码不对" : null, at = now.ToUnixTimeMilliseconds() };
        var rows = await transaction.Connection!.ExecuteAsync("""
            UPDATE notice SET state = @state, problem = @problem, attempts = attempts + 1, ended_at = CASE WHEN @state = 'waiting' THEN NULL ELSE @at END
            WHERE number = @number AND channel = 'call' AND state <> 'dropped'
            """, values, transaction);
        if (rows == 1)
        {
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO notice_call (notice, at, by_whom, result) VALUES (@number, @at, @byWhom, @result)", values, transaction);
        }

        return rows == 1;
    }
}

/// <summary>A call that was made.</summary>
public sealed record Call
{
    /// <summary>Number of what it was about.</summary>
    public long Notice { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>Name of the account.</summary>
    public string ByWhom { get; init; } = "";

    /// <summary>See <see cref="CallResult"/>.</summary>
    public string Result { get; init; } = "";

    /// <summary>State of the notice now.</summary>
    public string State { get; init; } = "";

    /// <summary>Label of the booking; blank where nobody asks.</summary>
    public string Label { get; init; } = "";
}
