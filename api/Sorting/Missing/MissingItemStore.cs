using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>The table of things that the dictionary lacks.</summary>
public static class MissingItemStore
{
    private const string Select = "SELECT words AS Words, times AS Times, first_day AS FirstDay, last_day AS LastDay, state AS State, settled_day AS SettledDay FROM missing_item";

    /// <summary>A thing, how often it was asked for, between which days, and what the editors decided about it and when.</summary>
    public sealed record Row(string Words, long Times, string FirstDay, string LastDay, string State, string? SettledDay);

    /// <summary>Counts a thing; one that is none is counted no further.</summary>
    public static Task AddAsync(DbTransaction transaction, string words, int times, DateOnly today) => transaction.Open().ExecuteAsync(
        """
        INSERT INTO missing_item (words, times, first_day, last_day) VALUES (@words, @times, @day, @day)
        ON CONFLICT (words) DO UPDATE SET times = missing_item.times + excluded.times, last_day = excluded.last_day WHERE missing_item.state <> 'not-a-thing'
        """,
        new { words, times, day = Iso(today) }, transaction);

    /// <summary>The things asked for most, those to be decided first, then most asked first.</summary>
    public static async Task<IReadOnlyList<Row>> ListAsync(DbConnection connection, int most) => [.. await connection.QueryAsync<Row>(
        Select + " ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, times DESC, words LIMIT @most", new { most })];

    /// <summary>The thing of these words; null when nobody asked for it.</summary>
    public static Task<Row?> FindAsync(DbConnection connection, string words) => connection.QuerySingleOrDefaultAsync<Row>(Select + " WHERE words = @words", new { words });

    /// <summary>Writes down what the editors decided; false when it stood there already.</summary>
    public static async Task<bool> SettleAsync(DbTransaction transaction, string words, string state, DateOnly today) => await transaction.Open().ExecuteAsync(
        "UPDATE missing_item SET state = @state, settled_day = @day WHERE words = @words AND state <> @state", new { words, state, day = Iso(today) }, transaction) == 1;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
