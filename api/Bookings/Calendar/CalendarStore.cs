using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>The SQL of what operators decide about the calendar. Every write happens behind <see cref="CalendarFence"/>.</summary>
public static class CalendarStore
{
    /// <summary>The topic of the change feed whose version row is the calendar's.</summary>
    public const string Topic = "pickup-calendar";

    private const string CountingNotices = """
        SELECT number AS Number, year AS Year, source AS Source, issued_on AS IssuedOn FROM holiday_notice
        WHERE number IN (SELECT MAX(number) FROM holiday_notice WHERE is_undone = 0 GROUP BY year) ORDER BY year
        """;

    private const string CurrentVersion = "SELECT COALESCE(MAX(version), 0) FROM change_feed WHERE topic = @Topic";

    /// <summary>The version in force; 0 before the first change.</summary>
    public static Task<long> VersionAsync(DbConnection connection, DbTransaction? transaction = null) =>
        connection.ExecuteScalarAsync<long>(CurrentVersion, new { Topic }, transaction);

    /// <summary>The same within a batch.</summary>
    public static Answer<long> Version(Batch batch) => batch.AskNumber(CurrentVersion, (nameof(Topic), Topic));

    /// <summary>All changes. The version is read first: what is read after it is at least as new.</summary>
    public static async Task<CalendarChanges> ReadAsync(DbConnection connection, DbTransaction? transaction = null)
    {
        var version = await VersionAsync(connection, transaction);
        var closings = await connection.QueryAsync<ClosingRow>("SELECT area, day, part, kind, reason, words, at FROM pickup_closing", transaction: transaction);
        var capacities = await connection.QueryAsync<CapacityRow>("SELECT area, day, part, stops, litres FROM pickup_capacity", transaction: transaction);
        return new CalendarChanges(version, Areas([.. closings], [.. capacities]), await NoticesAsync(connection, transaction));
    }

    /// <summary>Decides about a slot, whatever was decided before.</summary>
    public static Task CloseAsync(DbTransaction transaction, SlotId slot, SlotClosing closing) => transaction.Connection!.ExecuteAsync("""
        INSERT INTO pickup_closing (area, day, part, kind, reason, words, at) VALUES (@Area, @day, @Window, @kind, @Reason, @Words, @at)
        ON CONFLICT (area, day, part) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, words = excluded.words, at = excluded.at
        """,
        new { slot.Area, day = SlotStore.Day(slot.Date), slot.Window, kind = CodeOf(closing.Kind), closing.Reason, closing.Words, at = closing.At.ToUnixTimeMilliseconds() },
        transaction);

    /// <summary>Forgets what was decided about a slot; false when nothing was.</summary>
    public static async Task<bool> ReopenAsync(DbTransaction transaction, SlotId slot) => await transaction.Connection!.ExecuteAsync(
        "DELETE FROM pickup_closing WHERE area = @Area AND day = @day AND part = @Window",
        new { slot.Area, day = SlotStore.Day(slot.Date), slot.Window }, transaction) == 1;

    /// <summary>Sets what a window takes on a date or weekday (<see cref="DayKey(DateOnly)"/>).</summary>
    public static Task SetCapacityAsync(DbTransaction transaction, string area, string day, string window, SlotAmount amount, DateTimeOffset at) =>
        transaction.Connection!.ExecuteAsync("""
            INSERT INTO pickup_capacity (area, day, part, stops, litres, at) VALUES (@area, @day, @window, @Stops, @Litres, @at)
            ON CONFLICT (area, day, part) DO UPDATE SET stops = excluded.stops, litres = excluded.litres, at = excluded.at
            """, new { area, day, window, amount.Stops, amount.Litres, at = at.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Gives a date or weekday its ordinary capacity again; false when it had it.</summary>
    public static async Task<bool> ForgetCapacityAsync(DbTransaction transaction, string area, string day, string window) =>
        await transaction.Connection!.ExecuteAsync("DELETE FROM pickup_capacity WHERE area = @area AND day = @day AND part = @window", new { area, day, window }, transaction) == 1;

    /// <summary>How a date stands in the table of capacities.</summary>
    public static string DayKey(DateOnly date) => SlotStore.Day(date);

    /// <summary>How a weekday stands there.</summary>
    public static string DayKey(DayOfWeek weekday) => weekday.ToString().ToLowerInvariant();

    private static async Task<IReadOnlyList<HolidayNotice>> NoticesAsync(DbConnection connection, DbTransaction? transaction)
    {
        List<HolidayNotice> notices = [];
        foreach (var row in (await connection.QueryAsync<NoticeRow>(CountingNotices, transaction: transaction)).ToList())
        {
            var days = await connection.QueryAsync<DayRow>(
                "SELECT day, name, is_worked AS IsWorked, is_in_lieu AS IsInLieu FROM holiday_day WHERE notice = @Number ORDER BY day", new { row.Number }, transaction);
            notices.Add(new HolidayNotice((int)row.Year, row.Source, Date(row.IssuedOn),
                [.. days.Select(d => new SpecialDay(Date(d.Day), d.Name, d.IsWorked == 1 ? DayState.Makeup : DayState.Holiday, d.IsInLieu == 1))]));
        }

        return notices;
    }

    private static Dictionary<string, AreaChanges> Areas(IReadOnlyList<ClosingRow> closings, IReadOnlyList<CapacityRow> capacities)
    {
        var areas = closings.Select(row => row.Area).Concat(capacities.Select(row => row.Area)).Distinct(StringComparer.Ordinal);
        return areas.ToDictionary(area => area, area => new AreaChanges(
            closings.Where(row => row.Area == area).ToDictionary(row => (Date(row.Day), row.Part), row => row.ToClosing()),
            capacities.Where(row => row.Area == area && char.IsAsciiDigit(row.Day[0])).ToDictionary(row => (Date(row.Day), row.Part), row => row.Amount),
            capacities.Where(row => row.Area == area && !char.IsAsciiDigit(row.Day[0])).ToDictionary(row => (Enum.Parse<DayOfWeek>(row.Day, ignoreCase: true), row.Part), row => row.Amount)));
    }

    private static string CodeOf(ClosingKind kind) => kind.ToString().ToLowerInvariant();

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record ClosingRow(string Area, string Day, string Part, string Kind, string Reason, string Words, long At)
    {
        public SlotClosing ToClosing() => new(Enum.Parse<ClosingKind>(Kind, ignoreCase: true), Reason, Words, DateTimeOffset.FromUnixTimeMilliseconds(At));
    }

    private sealed record CapacityRow(string Area, string Day, string Part, long Stops, long Litres)
    {
        public SlotAmount Amount => new((int)Stops, (int)Litres);
    }

    private sealed record NoticeRow(long Number, long Year, string Source, string IssuedOn);

    private sealed record DayRow(string Day, string Name, long IsWorked, long IsInLieu);
}
