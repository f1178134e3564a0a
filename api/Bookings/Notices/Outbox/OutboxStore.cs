using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>The SQL of the outbox. Whoever changes a row says in the WHERE clause from what, and the row count is the answer.</summary>
public static class OutboxStore
{
    /// <summary>The columns of a <see cref="Notice"/>, of a table called n.</summary>
    public const string Columns = """
        n.number AS Number, n.notice AS Id, n.channel AS Channel, n.event AS Event, n.reference AS Reference, n.sequence AS Sequence, n.about_day AS AboutDay,
        n.must_ring AS MustRing, n.created_at AS CreatedAt, n.due_at AS DueAt, n.state AS State, n.attempts AS Attempts, n.ended_at AS EndedAt, n.problem AS Problem,
        CAST(CASE WHEN EXISTS (SELECT 1 FROM notice o WHERE o.reference = n.reference AND o.sequence > n.sequence AND o.state <> 'dropped'
                                 AND o.event NOT LIKE 'reminder-%') THEN 1 ELSE 0 END AS bigint) AS HasLaterChange,
        CAST(CASE WHEN EXISTS (SELECT 1 FROM notice o WHERE o.reference = n.reference AND o.channel = n.channel AND o.number <> n.number AND o.state = 'waiting'
                                 AND o.event NOT LIKE 'reminder-%') THEN 1 ELSE 0 END AS bigint) AS ChangeWaits
        """;

    /// <summary>Writes notices; one whose <see cref="NewNotice.Once"/> is there already is left as it is.</summary>
    public static void Insert(Batch batch, IEnumerable<NewNotice> notices, DateTimeOffset now)
    {
        foreach (var notice in notices)
        {
            batch.Do("""
                INSERT INTO notice (notice, once, channel, event, reference, sequence, about_day, must_ring, created_at, due_at, state, attempts, lease, lease_until)
                VALUES (@Id, @Once, @Channel, @Event, @Reference, @Sequence, @AboutDay, @MustRing, @now, @DueAt, 'waiting', 0, '', 0)
                ON CONFLICT (once) DO NOTHING
                """,
                ("Id", OrderedId.New(now)),
                ("Once", notice.Once),
                ("Channel", notice.Channel),
                ("Event", notice.Event),
                ("Reference", notice.Reference),
                ("Sequence", (long)notice.Sequence),
                ("AboutDay", notice.AboutDay is { } day ? SlotStore.Day(day) : null),
                ("MustRing", notice.MustRing ? 1L : 0L),
                ("now", now.ToUnixTimeMilliseconds()),
                ("DueAt", notice.DueAt.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>The same in a transaction that does nothing else with them.</summary>
    public static Task InsertAsync(DbTransaction transaction, IEnumerable<NewNotice> notices, DateTimeOffset now)
    {
        var batch = new Batch(transaction);
        Insert(batch, notices, now);
        return batch.RunAsync();
    }

    /// <summary>Numbers of what is due in the channels that send by themselves, the longest due first.</summary>
    public static async Task<IReadOnlyList<Due>> DueAsync(DbConnection connection, DateTimeOffset now, int count) => [.. await connection.QueryAsync<Due>("""
        SELECT number AS Number, reference AS Reference FROM notice
        WHERE state = 'waiting' AND channel IN ('webhook', 'mail') AND due_at <= @now AND lease_until <= @now
        ORDER BY due_at, number LIMIT @count
        """, new { now = now.ToUnixTimeMilliseconds(), count })];

    /// <summary>
    /// Takes a lease: true for exactly one of several senders, and for none while another message of the same booking is under way in the same
    /// channel, so that messages of a booking keep their order. Call it behind the gate of the booking.
    /// </summary>
    public static async Task<bool> LeaseAsync(DbTransaction transaction, long number, string lease, DateTimeOffset now, DateTimeOffset until) =>
        await transaction.Connection!.ExecuteAsync("""
            UPDATE notice SET lease = @lease, lease_until = @until, attempts = attempts + 1
            WHERE number = @number AND state = 'waiting' AND due_at <= @now AND lease_until <= @now
              AND NOT EXISTS (SELECT 1 FROM notice o WHERE o.reference = notice.reference AND o.channel = notice.channel AND o.number <> notice.number
                                AND o.state = 'waiting' AND o.lease_until > @now)
            """, new { number, lease, now = now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() }, transaction) == 1;

    /// <summary>Ends a leased notice as sent, dropped or dead; false when the lease went to somebody else meanwhile.</summary>
    public static async Task<bool> EndAsync(DbTransaction transaction, long number, string lease, string state, string? problem, DateTimeOffset now) =>
        await transaction.Connection!.ExecuteAsync("""
            UPDATE notice SET state = @state, problem = @problem, ended_at = @now, lease = '', lease_until = 0
            WHERE number = @number AND lease = @lease AND state = 'waiting'
            """, new { number, lease, state, problem, now = now.ToUnixTimeMilliseconds() }, transaction) == 1;

    /// <summary>Gives a lease back for another attempt later.</summary>
    public static Task PutOffAsync(DbTransaction transaction, long number, string lease, DateTimeOffset dueAt, string problem) => transaction.Connection!.ExecuteAsync("""
        UPDATE notice SET due_at = @dueAt, problem = @problem, lease = '', lease_until = 0 WHERE number = @number AND lease = @lease AND state = 'waiting'
        """, new { number, lease, problem, dueAt = dueAt.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Gives a lease back unused: it was the wrong time of the day.</summary>
    public static Task WaitUntilAsync(DbTransaction transaction, long number, string lease, DateTimeOffset dueAt) => transaction.Connection!.ExecuteAsync("""
        UPDATE notice SET due_at = @dueAt, attempts = attempts - 1, lease = '', lease_until = 0 WHERE number = @number AND lease = @lease AND state = 'waiting'
        """, new { number, lease, dueAt = dueAt.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Hands a leased notice to whoever rings.</summary>
    public static Task HandToCallAsync(DbTransaction transaction, long number, string lease, string problem) => transaction.Connection!.ExecuteAsync("""
        UPDATE notice SET channel = 'call', problem = @problem, attempts = 0, lease = '', lease_until = 0 WHERE number = @number AND lease = @lease AND state = 'waiting'
        """, new { number, lease, problem }, transaction);

    /// <summary>Takes the calls about changes of a booking off the sheet; its reminders stay.</summary>
    public static void DropCalls(Batch batch, string reference, string why, DateTimeOffset now) => batch.Do("""
        UPDATE notice SET state = 'dropped', problem = @why, ended_at = @now
        WHERE reference = @reference AND channel = 'call' AND state = 'waiting' AND event NOT LIKE 'reminder-%'
        """, ("reference", reference), ("why", why), ("now", now.ToUnixTimeMilliseconds()));

    /// <summary>Sends a dead letter again from the beginning; false when it is not dead.</summary>
    public static async Task<bool> ReviveAsync(DbTransaction transaction, long number, DateTimeOffset now) => await transaction.Connection!.ExecuteAsync("""
        UPDATE notice SET state = 'waiting', due_at = @now, attempts = 0, ended_at = NULL, lease = '', lease_until = 0 WHERE number = @number AND state = 'dead'
        """, new { number, now = now.ToUnixTimeMilliseconds() }, transaction) == 1;

    /// <summary>Reminders that lie ahead and wait for a person go to the text messages, now that there are some.</summary>
    public static Task<int> MoveRemindersToWebhookAsync(DbTransaction transaction, DateTimeOffset now) => transaction.Connection!.ExecuteAsync("""
        UPDATE notice SET channel = 'webhook' WHERE channel = 'call' AND state = 'waiting' AND event LIKE 'reminder-%' AND due_at > @now
        """, new { now = now.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Ends all leases.</summary>
    public static Task<int> ReleaseLeasesAsync(DbTransaction transaction) =>
        transaction.Connection!.ExecuteAsync("UPDATE notice SET lease = '', lease_until = 0 WHERE state = 'waiting' AND lease <> ''", transaction: transaction);

    /// <summary>Forgets what ended before an instant, dead letters included, with its calls.</summary>
    public static async Task<int> ForgetAsync(DbTransaction transaction, DateTimeOffset before)
    {
        var values = new { before = before.ToUnixTimeMilliseconds() };
        await transaction.Connection!.ExecuteAsync(
            "DELETE FROM notice_call WHERE notice IN (SELECT number FROM notice WHERE state <> 'waiting' AND ended_at < @before)", values, transaction);
        return await transaction.Connection!.ExecuteAsync("DELETE FROM notice WHERE state <> 'waiting' AND ended_at < @before", values, transaction);
    }

    /// <summary>One notice; null when there is none.</summary>
    public static async Task<Notice?> FindAsync(DbConnection connection, long number, DbTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM notice n WHERE n.number = @number", new { number }, transaction))?.ToNotice();

    /// <summary>The notices of a statement that begins with SELECT <see cref="Columns"/> FROM notice n.</summary>
    public static async Task<IReadOnlyList<Notice>> QueryAsync(DbConnection connection, string statement, object values) =>
        [.. (await connection.QueryAsync<Row>(statement, values)).Select(r => r.ToNotice())];

    /// <summary>How full the outbox is.</summary>
    public static Task<OutboxFigures> CountAsync(DbConnection connection, DateTimeOffset now) => connection.QuerySingleAsync<OutboxFigures>("""
        SELECT CAST(COALESCE(SUM(CASE WHEN state = 'waiting' AND channel <> 'call' AND due_at <= @now THEN 1 ELSE 0 END), 0) AS bigint) AS Due,
               CAST(COALESCE(SUM(CASE WHEN state = 'waiting' AND channel <> 'call' AND due_at > @now THEN 1 ELSE 0 END), 0) AS bigint) AS Planned,
               CAST(COALESCE(SUM(CASE WHEN state = 'waiting' AND channel = 'call' AND due_at <= @now THEN 1 ELSE 0 END), 0) AS bigint) AS Calls,
               CAST(COALESCE(SUM(CASE WHEN state = 'dead' THEN 1 ELSE 0 END), 0) AS bigint) AS Dead,
               CAST(COALESCE(MIN(CASE WHEN state = 'waiting' AND channel <> 'call' AND (due_at <= @now OR attempts > 0)
                                      THEN CASE WHEN event LIKE 'reminder-%' THEN due_at ELSE created_at END END), 0) AS bigint) AS OldestAt
        FROM notice WHERE state IN ('waiting', 'dead')
        """, new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>What is due, and the booking whose gate must be passed.</summary>
    public sealed record Due(long Number, string? Reference);

    // Properties, not parameters: SQLite cannot tell the type of a computed column while there is no row.
    private sealed record Row
    {
        public long Number { get; init; }

        public string Id { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Event { get; init; } = "";

        public string? Reference { get; init; }

        public long Sequence { get; init; }

        public string? AboutDay { get; init; }

        public long MustRing { get; init; }

        public long CreatedAt { get; init; }

        public long DueAt { get; init; }

        public string State { get; init; } = "";

        public long Attempts { get; init; }

        public long? EndedAt { get; init; }

        public string? Problem { get; init; }

        public long HasLaterChange { get; init; }

        public long ChangeWaits { get; init; }

        public Notice ToNotice() => new(Number, Id, Channel, Event, Reference, (int)Sequence,
            AboutDay is null ? null : DateOnly.ParseExact(AboutDay, "yyyy-MM-dd", CultureInfo.InvariantCulture), MustRing != 0,
            DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(DueAt), State, (int)Attempts,
            EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null, Problem, HasLaterChange != 0, ChangeWaits != 0);
    }
}
