using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>The SQL of the saved order of villages.</summary>
public static class VillageOrderStore
{
    /// <summary>The order of an area: what a dispatcher saved, else the content's.</summary>
    public static async Task<VillageOrder> FindAsync(DbConnection connection, string area, PickupFacts facts, DbTransaction? transaction = null)
    {
        var saved = (await connection.QueryAsync<string>("SELECT village FROM village_order WHERE area = @area ORDER BY place", new { area }, transaction)).ToList();
        return new VillageOrder(saved.Count > 0 ? saved : facts.Book.Rounds.VillageOrder.GetValueOrDefault(area) ?? []);
    }

    /// <summary>Keeps an order in place of the one before.</summary>
    public static async Task SaveAsync(DbTransaction transaction, string area, VillageOrder order)
    {
        await transaction.Open().ExecuteAsync("DELETE FROM village_order WHERE area = @area", new { area }, transaction);
        await transaction.Open().ExecuteAsync("INSERT INTO village_order (area, village, place) VALUES (@area, @village, @place)",
            order.Villages.Select((village, place) => new { area, village, place = (long)place }), transaction);
    }
}
