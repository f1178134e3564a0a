using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>Which vehicle an operator of the role crew drives.</summary>
public static class CrewTrucks
{
    /// <summary>The vehicle of an account; null when it has none.</summary>
    public static Task<string?> OfAsync(DbConnection connection, string name, DbTransaction? transaction = null) =>
        connection.QuerySingleOrDefaultAsync<string?>("SELECT truck FROM operator_truck WHERE name = @name", new { name }, transaction);

    /// <summary>The vehicles by account.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<(string Name, string Truck)>("SELECT name, truck FROM operator_truck")).ToDictionary(r => r.Name, r => r.Truck, StringComparer.Ordinal);

    /// <summary>Gives an account its vehicle; null takes it away.</summary>
    public static async Task SetAsync(DbTransaction transaction, string name, string? truck, DateTimeOffset at)
    {
        await transaction.Open().ExecuteAsync("DELETE FROM operator_truck WHERE name = @name", new { name }, transaction);
        if (truck is not null)
        {
            await transaction.Open().ExecuteAsync(
                "INSERT INTO operator_truck (name, truck, changed_at) VALUES (@name, @truck, @at)", new { name, truck, at = at.ToUnixTimeMilliseconds() }, transaction);
        }
    }
}
