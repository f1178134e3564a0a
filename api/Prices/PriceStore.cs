using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Prices;

/// <summary>The prices on record, and the log beside them.</summary>
public sealed class PriceStore(IDatabase database, AuditLog audit, JizhouClock clock)
{
    /// <summary>At most so many are shown.</summary>
    public const int Most = 2000;

    private const string Select = """
        SELECT number AS Number, material AS Material, quality AS Quality, unit AS Unit, low_fen AS LowFen, high_fen AS HighFen, place AS Place, day AS Day, source AS Source FROM price
        """;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<KnownPrice>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<KnownPrice>>(
        async connection => [.. (await connection.QueryAsync<PriceRow>(Select + " ORDER BY day DESC, number DESC LIMIT @Most", new { Most })).Select(row => row.ToPrice())],
        cancellationToken);

    /// <summary>The price of a number; null when there is none.</summary>
    public Task<KnownPrice?> FindAsync(long number, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<PriceRow>(Select + " WHERE number = @number", new { number }))?.ToPrice(), cancellationToken);

    /// <summary>Publishes prices, all or none.</summary>
    public Task AddAsync(IReadOnlyList<Price> prices, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var price in prices)
            {
                await InsertAsync(transaction, price);
            }

            await audit.NoteAsync(transaction, actor, PriceActions.Published, "prices", $"公布 {prices.Count} 条回收价格");
        },
        cancellationToken);

    /// <summary>Takes a price back; false when it is gone already.</summary>
    public Task<bool> RemoveAsync(KnownPrice known, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var isGone = await transaction.Open().ExecuteAsync("DELETE FROM price WHERE number = @Number", new { known.Number }, transaction) == 1;
            if (isGone)
            {
                var price = known.Price;
                await audit.NoteAsync(transaction, actor, PriceActions.Removed, $"price {known.Number}", $"撤下 {Iso(price.Day)} {price.Material} {price.Quality} {price.Range} 元/{price.Unit}");
            }

            return isGone;
        },
        cancellationToken);

    private Task<int> InsertAsync(DbTransaction transaction, Price price) => transaction.Open().ExecuteAsync(
        """
        INSERT INTO price (material, quality, unit, low_fen, high_fen, place, day, source, entered_at)
        VALUES (@Material, @Quality, @Unit, @LowFen, @HighFen, @Place, @day, @Source, @at)
        """,
        new { price.Material, price.Quality, price.Unit, price.LowFen, price.HighFen, price.Place, day = Iso(price.Day), price.Source, at = clock.Now.ToUnixTimeMilliseconds() }, transaction);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record PriceRow
    {
        public long Number { get; init; }

        public string Material { get; init; } = "";

        public string Quality { get; init; } = "";

        public string Unit { get; init; } = "";

        public long LowFen { get; init; }

        public long HighFen { get; init; }

        public string Place { get; init; } = "";

        public string Day { get; init; } = "";

        public string Source { get; init; } = "";

        public KnownPrice ToPrice() => new(Number, new Price(Material, Quality, Unit, LowFen, HighFen, Place, DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Source));
    }
}
