using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>Runs the scripts a database lacks, in order, forward only.</summary>
public static class Migration
{
    private const string CreateVersions =
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)";

    /// <summary>
    /// The scripts this database lacks. Refuses a database that has a script this program does not know: it was
    /// migrated by a newer program.
    /// </summary>
    public static async Task<IReadOnlyList<SchemaScript>> PendingAsync(DbConnection connection, IReadOnlyList<SchemaScript> scripts)
    {
        await connection.ExecuteAsync(CreateVersions);
        var applied = (await connection.QueryAsync<long>("SELECT version FROM schema_version")).ToHashSet();
        var newest = applied.Count == 0 ? 0 : applied.Max();
        if (applied.Any(version => scripts.All(script => script.Version != version)))
        {
            throw new StartFailedException(
                $"无法启动：数据库的版本（{newest:000}）比程序（{scripts[^1].Version:000}）新。",
                "The database was made by a newer program: start that one, or restore the backup taken before its migration.");
        }

        return [.. scripts.Where(script => !applied.Contains(script.Version))];
    }

    /// <summary>Runs one script and remembers it, in the caller's transaction.</summary>
    public static async Task ApplyAsync(DbTransaction transaction, SchemaScript script)
    {
        var connection = transaction.Open();
        await connection.ExecuteAsync(script.Sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO schema_version (version, name) VALUES (@Version, @Name)", new { script.Version, script.Name }, transaction);
    }
}
