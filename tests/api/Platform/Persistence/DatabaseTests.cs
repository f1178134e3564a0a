using System.Data.Common;
using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.ApiTests.Platform.Persistence;

/// <summary>What a unit of work may rely on, the same on both databases.</summary>
public sealed class DatabaseTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-database-").FullName;

    public static TheoryData<Dialect> Both => [Dialect.Sqlite, Dialect.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_unit_that_throws_is_undone_alone(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        var database = opened.Database;
        var units = Enumerable.Range(0, 200).Select(async number =>
        {
            try
            {
                await database.WriteAsync(
                    async transaction =>
                    {
                        await InsertAsync(transaction, number);
                        return number % 3 == 0 ? throw new InvalidOperationException("undo") : number;
                    },
                    default);
                return number % 3 != 0;
            }
            catch (InvalidOperationException)
            {
                return number % 3 == 0;
            }
        });
        Assert.All(await Task.WhenAll(units), Assert.True);
        var kept = await database.ReadAsync(connection => connection.QueryAsync<long>("SELECT version FROM change_feed ORDER BY version"), default);
        Assert.Equal(Enumerable.Range(0, 200).Where(number => number % 3 != 0).Select(number => (long)number), kept);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_statement_that_fails_undoes_its_unit_alone(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        await opened.Database.WriteAsync(transaction => InsertAsync(transaction, 1), default);
        await Assert.ThrowsAnyAsync<DbException>(() => opened.Database.WriteAsync(
            async transaction =>
            {
                await InsertAsync(transaction, 2);
                await InsertAsync(transaction, 1);
            },
            default));
        await opened.Database.WriteAsync(transaction => InsertAsync(transaction, 3), default);
        Assert.Equal([1L, 3L], await opened.Database.ReadAsync(connection => connection.QueryAsync<long>("SELECT version FROM change_feed ORDER BY version"), default));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_last_place_is_taken_once(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        await opened.Database.WriteAsync(transaction => transaction.Open().ExecuteAsync("INSERT INTO change_feed VALUES ('taken', 0)", transaction: transaction), default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => opened.Database.WriteAsync(
            transaction => transaction.Open().ExecuteAsync("UPDATE change_feed SET version = version + 1 WHERE topic = 'taken' AND version < 40", transaction: transaction), default)));
        Assert.Equal(40, taken.Sum());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_batch_runs_in_order_and_each_statement_sees_the_ones_before(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        for (var round = 1L; round <= 5; round++) // the second time and later by what was prepared
        {
            var (kept, before, after, none) = await opened.Database.WriteAsync(
                async transaction =>
                {
                    var batch = new Batch(transaction);
                    var before = batch.AskNumber("SELECT COUNT(*) FROM change_feed");
                    batch.Do("INSERT INTO change_feed (topic, version) VALUES (@topic, @version)", ("topic", $"round {round}"), ("version", round));
                    var kept = batch.AskNumber("UPDATE change_feed SET version = version + 10 WHERE topic = @topic RETURNING version", ("topic", $"round {round}"));
                    var none = batch.Ask("SELECT topic FROM change_feed WHERE topic = @topic", reader => reader.GetString(0), "none", ("topic", "nobody"));
                    var after = batch.AskNumber("SELECT COUNT(*) FROM change_feed");
                    await batch.RunAsync();
                    return (kept.Value, before.Value, after.Value, none.Value);
                },
                default);
            Assert.Equal((round + 10, round - 1, round, "none"), (kept, before, after, none));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_statement_of_a_batch_that_fails_undoes_the_whole_unit(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        await Assert.ThrowsAnyAsync<DbException>(() => opened.Database.WriteAsync(
            transaction =>
            {
                var batch = new Batch(transaction);
                foreach (var topic in (string[])["a", "b", "a"])
                {
                    batch.Do("INSERT INTO change_feed (topic, version) VALUES (@topic, 1)", ("topic", topic));
                }

                return batch.RunAsync();
            },
            default));
        Assert.Equal(0, await opened.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM change_feed"), default));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_statement_that_is_asked_again_while_its_answer_is_read_answers_too(Dialect dialect)
    {
        await using var opened = await OpenAsync(dialect);
        await opened.Database.WriteAsync(transaction => InsertAsync(transaction, 1), default);
        var seen = await opened.Database.WriteAsync(
            async transaction =>
            {
                const string Ask = "SELECT topic FROM change_feed WHERE version >= @from";
                var connection = transaction.Open();
                if (dialect == Dialect.Postgres)
                {
                    return (await connection.QueryAsync<string>(Ask, new { from = 0 }, transaction)).Concat(await connection.QueryAsync<string>(Ask, new { from = 1 }, transaction)).Count();
                }

                await using var outer = await connection.ExecuteReaderAsync(Ask, new { from = 0 }, transaction);
                Assert.True(await outer.ReadAsync());
                return 1 + (await connection.QueryAsync<string>(Ask, new { from = 1 }, transaction)).Count();
            },
            default);
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task What_is_kept_prepared_outlives_a_change_of_the_schema_and_a_rolled_back_unit()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        for (var number = 0; number < 4; number++)
        {
            await opened.Database.WriteAsync(transaction => InsertAsync(transaction, number), default);
            await Assert.ThrowsAnyAsync<DbException>(() => opened.Database.WriteAsync(transaction => InsertAsync(transaction, number), default));
            await opened.Database.WriteAsync(transaction => transaction.Open().ExecuteAsync($"CREATE TABLE another{number} (id INTEGER)", transaction: transaction), default);
        }

        Assert.Equal(4, await opened.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM change_feed"), default));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_keeps_what_it_took()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite, queue: 2);
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var first = opened.Database.WriteAsync(
            async transaction =>
            {
                started.SetResult();
                await gate.Task;
                await InsertAsync(transaction, 0);
            },
            default);
        await started.Task;
        var waiting = new[] { 1, 2 }.Select(number => opened.Database.WriteAsync(transaction => InsertAsync(transaction, number), default)).ToList();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => opened.Database.WriteAsync(transaction => InsertAsync(transaction, 3), default));
        Assert.Equal(PlatformRefusals.Busy.Code, refused.Refusal.Code);
        Assert.NotNull(refused.Refusal.RetryAfterSeconds);
        gate.SetResult();
        await Task.WhenAll([first, .. waiting]);
        Assert.Equal(3, await opened.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM change_feed"), default));
    }

    [Fact]
    public async Task Waiting_units_share_one_commit()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        var gate = new TaskCompletionSource();
        var transactions = new List<DbTransaction>();
        Task Write(int number, Task until) => opened.Database.WriteAsync(
            async transaction =>
            {
                transactions.Add(transaction);
                await until;
                await InsertAsync(transaction, number);
            },
            default);

        var first = Write(0, gate.Task);
        var others = Enumerable.Range(1, 40).Select(number => Write(number, Task.CompletedTask)).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(2, transactions.Distinct().Count()); // 32 and 9
    }

    [Fact]
    public async Task A_refusal_that_read_a_neighbour_falls_with_it_when_the_disk_is_full()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        var gate = new TaskCompletionSource();
        var first = opened.Database.WriteAsync(_ => gate.Task, default);
        var neighbour = opened.Database.WriteAsync(transaction => InsertAsync(transaction, 5), default);
        var refusal = opened.Database.WriteAsync(
            async transaction =>
            {
                if (await transaction.Open().ExecuteScalarAsync<long>("SELECT COUNT(*) FROM change_feed", transaction: transaction) > 0)
                {
                    throw new InvalidOperationException("refused for what the neighbour wrote");
                }
            },
            default);
        var full = opened.Database.WriteAsync(_ => throw new SqliteException("database or disk is full", 13), default);
        gate.SetResult();
        foreach (var unit in new Task[] { first, neighbour, refusal, full })
        {
            var told = await Assert.ThrowsAsync<RefusedException>(() => unit);
            Assert.Equal(PlatformRefusals.StorageUnavailable.Code, told.Refusal.Code);
        }
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_committed()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        long seen = -1;
        await opened.Database.WriteAsync(
            async transaction =>
            {
                await InsertAsync(transaction, 1);
                seen = await opened.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM change_feed"), default);
            },
            default);
        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task A_write_inside_a_write_is_a_bug_that_is_told()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Database.WriteAsync(
            _ => opened.Database.WriteAsync(transaction => InsertAsync(transaction, 1), default), default));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var opened = await OpenAsync(Dialect.Sqlite);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => opened.Database.ReadAsync(connection => connection.ExecuteAsync("DELETE FROM change_feed"), default));
        Assert.IsType<SqliteException>(refused.InnerException);
    }

    [Fact]
    public async Task A_restart_of_postgres_is_told_as_unavailable_and_then_forgotten()
    {
        await using var opened = await OpenAsync(Dialect.Postgres);
        await opened.Database.WriteAsync(transaction => InsertAsync(transaction, 1), default);
        await postgres.StopAsync();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => opened.Database.WriteAsync(transaction => InsertAsync(transaction, 2), default));
        Assert.Equal(PlatformRefusals.StorageUnavailable.Code, refused.Refusal.Code);
        await postgres.StartAsync();
        var again = 0;
        for (var attempt = 0; again == 0 && attempt < 5; attempt++)
        {
            try
            {
                await opened.Database.WriteAsync(transaction => InsertAsync(transaction, 3), default);
                again = 3;
            }
            catch (RefusedException)
            {
                // a pooled connection may still be a dead one
            }
        }

        Assert.Equal([1L, 3L], await opened.Database.ReadAsync(connection => connection.QueryAsync<long>("SELECT version FROM change_feed ORDER BY version"), default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task InsertAsync(DbTransaction transaction, int number)
        => transaction.Open().ExecuteAsync(
            "INSERT INTO change_feed (topic, version) VALUES (@topic, @number)",
            new { topic = number.ToString(CultureInfo.InvariantCulture), number }, transaction);

    private async Task<Opened> OpenAsync(Dialect dialect, int queue = 1024)
    {
        if (dialect == Dialect.Postgres)
        {
            var great = new PostgresDatabase(await postgres.NewDatabaseAsync());
            await new PostgresStart(great).MigrateAsync(default);
            return new Opened(great, great);
        }

        var folder = new SqliteFolder(_folder);
        using var start = new SqliteStart(folder);
        await start.MigrateAsync(default);
        var database = new SqliteDatabase(folder, queue);
        return new Opened(database, database);
    }

    private sealed record Opened(IDatabase Database, IAsyncDisposable Disposable) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Disposable.DisposeAsync();
    }
}
