using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>A notice on record.</summary>
/// <param name="Number">Its number in the database.</param>
/// <param name="Year">The year it is about.</param>
/// <param name="Source">Title of the document.</param>
/// <param name="IssuedOn">Date of the document.</param>
/// <param name="LoadedAt">When it was loaded.</param>
/// <param name="LoadedBy">By which account.</param>
/// <param name="IsUndone">Was it taken back?</param>
public sealed record LoadedNotice(long Number, int Year, string Source, DateOnly IssuedOn, DateTimeOffset LoadedAt, string LoadedBy, bool IsUndone);

/// <summary>The SQL of holiday notices that were loaded. Nothing is deleted: undoing one lets the one before count again.</summary>
public static class NoticeStore
{
    /// <summary>Keeps a notice; answers its number.</summary>
    public static async Task<long> InsertAsync(DbTransaction transaction, HolidayNotice notice, string by, DateTimeOffset at)
    {
        var connection = transaction.Connection!;
        var number = await connection.ExecuteScalarAsync<long>("""
            INSERT INTO holiday_notice (year, source, issued_on, loaded_at, loaded_by) VALUES (@Year, @Source, @issued, @at, @by) RETURNING number
            """, new { notice.Year, notice.Source, issued = SlotStore.Day(notice.IssuedOn), at = at.ToUnixTimeMilliseconds(), by }, transaction);
        foreach (var day in notice.Days)
        {
            await connection.ExecuteAsync("INSERT INTO holiday_day (notice, day, name, is_worked, is_in_lieu) VALUES (@number, @date, @Name, @worked, @inLieu)",
                new { number, date = SlotStore.Day(day.Date), day.Name, worked = day.State == DayState.Makeup ? 1 : 0, inLieu = day.InLieu ? 1 : 0 }, transaction);
        }

        return number;
    }

    /// <summary>Takes back the notice of a year that counts; null when there is none.</summary>
    public static async Task<LoadedNotice?> UndoAsync(DbTransaction transaction, int year)
    {
        var last = (await AllAsync(transaction.Connection!, transaction)).FirstOrDefault(notice => notice.Year == year && !notice.IsUndone);
        return last is not null && await transaction.Connection!.ExecuteAsync(
            "UPDATE holiday_notice SET is_undone = 1 WHERE number = @Number AND is_undone = 0", new { last.Number }, transaction) == 1 ? last : null;
    }

    /// <summary>All that were ever loaded, the newest first.</summary>
    public static async Task<IReadOnlyList<LoadedNotice>> AllAsync(DbConnection connection, DbTransaction? transaction = null) =>
        [.. (await connection.QueryAsync<Row>("""
            SELECT number AS Number, year AS Year, source AS Source, issued_on AS IssuedOn, loaded_at AS LoadedAt, loaded_by AS LoadedBy, is_undone AS IsUndone
            FROM holiday_notice ORDER BY number DESC
            """, transaction: transaction)).Select(row => row.ToNotice())];

    private sealed record Row(long Number, long Year, string Source, string IssuedOn, long LoadedAt, string LoadedBy, long IsUndone)
    {
        public LoadedNotice ToNotice() => new(Number, (int)Year, Source, DateOnly.ParseExact(IssuedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(LoadedAt).ToOffset(TimeSpan.FromHours(8)), LoadedBy, IsUndone == 1);
    }
}
