using System.Diagnostics;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jizhou.Public.Bench.Booking;

/// <summary>
/// Runs hand-written statements as fast as the database takes them, as durable as ours: on SQLite one connection, prepared statements and a commit for every 32
/// transactions (WAL, synchronous=FULL); on PostgreSQL 32 connections and one way over the network for each transaction, prepared.
/// </summary>
internal static partial class ByHand
{
    /// <summary>Each entry of <paramref name="transactions"/> is one transaction; all of them together are done once. Answers how often a second.</summary>
    public static double Sqlite(string what, SqliteFolder folder, int seconds, string[][] transactions)
    {
        using var connection = new SqliteConnection(SqliteConnections.Writing(folder));
        connection.Open();
        SqliteConnections.PrepareWriterAsync(connection).GetAwaiter().GetResult();
        var commands = transactions.Select(sqls => sqls.Select(sql => CommandOf(connection, sql)).ToArray()).ToArray();
        var (done, clock) = (0, Stopwatch.StartNew());
        var sames = new Dictionary<string, string>[SqliteWriter.GroupSize];
        for (; clock.Elapsed.TotalSeconds < seconds; done += SqliteWriter.GroupSize)
        {
            foreach (var transaction in commands)
            {
                using var group = connection.BeginTransaction(deferred: false);
                for (var i = 0; i < SqliteWriter.GroupSize; i++)
                {
                    sames[i] = transaction == commands[0] ? [] : sames[i];
                    foreach (var command in transaction)
                    {
                        command.Transaction = group;
                        foreach (SqliteParameter parameter in command.Parameters)
                        {
                            parameter.Value = Statements.ValueOf(parameter.ParameterName[1..], done + i, sames[i]);
                        }

                        command.ExecuteNonQuery();
                    }
                }

                group.Commit();
            }
        }

        return Tell(what, done, clock);
    }

    /// <summary>The same on PostgreSQL.</summary>
    public static async Task<double> PostgresAsync(string what, PostgresDatabase database, int seconds, string[][] transactions)
    {
        var (done, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Clients.Count).Select(client => Task.Run(async () =>
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            var batches = transactions.Select(sqls => BatchOf(connection, sqls)).ToArray();
            foreach (var batch in batches)
            {
                await batch.PrepareAsync();
            }

            for (var n = client * 1000; clock.Elapsed.TotalSeconds < seconds; n++)
            {
                Dictionary<string, string> same = [];
                foreach (var batch in batches)
                {
                    foreach (var parameter in batch.BatchCommands.Cast<NpgsqlBatchCommand>().SelectMany(c => c.Parameters.Cast<NpgsqlParameter>()))
                    {
                        parameter.Value = Statements.ValueOf(parameter.ParameterName, n, same);
                    }

                    await batch.ExecuteNonQueryAsync();
                }

                Interlocked.Increment(ref done);
            }
        })));
        return Tell(what, done, clock);
    }

    private static double Tell(string what, int done, Stopwatch clock)
    {
        Console.WriteLine($"{what}: {done / clock.Elapsed.TotalSeconds:0} a second");
        return done / clock.Elapsed.TotalSeconds;
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in Names(sql))
        {
            command.Parameters.AddWithValue("@" + name, Statements.ValueOf(name, 0, []));
        }

        command.Prepare();
        return command;
    }

    private static NpgsqlBatch BatchOf(NpgsqlConnection connection, string[] sqls)
    {
        var batch = connection.CreateBatch();
        foreach (var sql in (string[])["BEGIN", .. sqls, "COMMIT"])
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var name in Names(sql))
            {
                command.Parameters.Add(new NpgsqlParameter(name, Statements.ValueOf(name, 0, [])));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static IEnumerable<string> Names(string sql) => Parameter().Matches(sql).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("@([a-z0-9]+)")]
    private static partial Regex Parameter();
}
