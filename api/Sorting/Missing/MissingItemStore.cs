using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>The table of things that the dictionary lacks.</summary>
public static class MissingItemStore
{
    /// <summary>A thing, how often it was asked for, and between which days.</summary>
    public sealed record Row(string Words, long Times, string FirstDay, string LastDay);

    /// <summary>Counts a thing.</summary>
    public static Task AddAsync(DbTransaction transaction, string words, int times, DateOnly today) => transaction.Open().ExecuteAsync(
        """
        INSERT INTO missing_item (words, times, first_day, last_day) VALUES (@words, @times, @day, @day)
        ON CONFLICT (words) DO UPDATE SET times = missing_item.times + excluded.times, last_day = excluded.last_day
        """,
        new { words, times, day = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, transaction);

    /// <summary>The things asked for most, most asked first.</summary>
    public static async Task<IReadOnlyList<Row>> ListAsync(DbConnection connection, int most) => [.. await connection.QueryAsync<Row>(
        "SELECT words AS Words, times AS Times, first_day AS FirstDay, last_day AS LastDay FROM missing_item ORDER BY times DESC, words LIMIT @most", new { most })];
}
