using System.Data.Common;
using Dapper;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>
/// Makes simultaneous decisions about one phone, address or Idempotency-Key wait for each other until the transaction
/// ends, so that "at most three" cannot be passed by two at once. SQLite has one writer and needs nothing.
/// </summary>
public static class Gate
{
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended(@gate, 0))";

    /// <summary>Passes the gates, in one fixed order. Call it before the transaction touches any row.</summary>
    public static async Task PassAsync(DbTransaction transaction, Dialect dialect, params IEnumerable<string> gates)
    {
        if (dialect == Dialect.Sqlite)
        {
            return;
        }

        foreach (var gate in gates.Order(StringComparer.Ordinal))
        {
            await transaction.Connection!.ExecuteAsync(Lock, new { gate }, transaction);
        }
    }

    /// <summary>The same within a batch: the statements after it run when all gates are passed.</summary>
    public static void Pass(Batch batch, Dialect dialect, params IEnumerable<string> gates)
    {
        if (dialect == Dialect.Sqlite)
        {
            return;
        }

        foreach (var gate in gates.Order(StringComparer.Ordinal))
        {
            batch.Ask(Lock, _ => true, false, ("gate", gate));
        }
    }
}
