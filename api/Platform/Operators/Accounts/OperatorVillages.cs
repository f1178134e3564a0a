using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>Where village agents work. A code of nine digits is a whole township, one of twelve a village.</summary>
public sealed class OperatorVillages(IDatabase database)
{
    private const int TownshipDigits = 9;

    /// <summary>The codes of an account, in order.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string name, CancellationToken cancellationToken) => [.. await database.ReadAsync(
        c => c.QueryAsync<string>("SELECT code FROM operator_village WHERE name = @name ORDER BY code", new { name = OperatorStore.Normalise(name) }), cancellationToken)];

    /// <summary>The codes of the accounts from one name to another.</summary>
    public async Task<ILookup<string, string>> BetweenAsync(string first, string last, CancellationToken cancellationToken) => (await database.ReadAsync(
        c => c.QueryAsync<(string Name, string Code)>(
            "SELECT name, code FROM operator_village WHERE name >= @first AND name <= @last ORDER BY name, code", new { first, last }), cancellationToken))
        .ToLookup(row => row.Name, row => row.Code, StringComparer.Ordinal);

    /// <summary>Does a list of codes hold this village?</summary>
    public static bool Holds(IReadOnlyCollection<string> codes, string village) =>
        codes.Contains(village, StringComparer.Ordinal) || (village.Length > TownshipDigits && codes.Contains(village[..TownshipDigits], StringComparer.Ordinal));

    /// <summary>Replaces the codes within one township.</summary>
    internal static async Task ReplaceAsync(DbTransaction transaction, string name, string township, IReadOnlyCollection<string> codes)
    {
        await transaction.Open().ExecuteAsync("DELETE FROM operator_village WHERE name = @name AND code LIKE @within", new { name, within = township + "%" }, transaction);
        foreach (var code in codes)
        {
            await transaction.Open().ExecuteAsync("INSERT INTO operator_village (name, code) VALUES (@name, @code)", new { name, code }, transaction);
        }
    }
}
