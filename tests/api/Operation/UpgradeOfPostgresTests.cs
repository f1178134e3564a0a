using System.Net;
using Dapper;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Jizhou.Public.History.Judging;
using Npgsql;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>A filled PostgreSQL of an earlier program comes up to today's schema: a copy is kept first, the bookings stay readable, the sums stay right.</summary>
public sealed class UpgradeOfPostgresTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly string Samples = Path.Combine(Repository.Root, "tests", "samples", "databases");

    private readonly string _keys = Directory.CreateTempSubdirectory("jizhou-upgrade-keys-").FullName;

    [Fact]
    public async Task The_program_migrates_and_serves_what_an_earlier_one_left_on_postgres()
    {
        var connectionString = await postgres.NewDatabaseAsync();
        await LoadAsync(connectionString);
        File.Copy(Path.Combine(Samples, "sample-keys.json"), Path.Combine(_keys, "personal-data.json"));
        using var server = new ApiServer
        {
            ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = connectionString + ";Pooling=false", ["Security:KeyFolder"] = _keys, ["Sample:Load"] = "false",
        };
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(Samples, "booked-postgres.tsv")))[1..].Select(line => line.Split('\t')))
        {
            using var found = await new Resident(server.Http).LookUpAsync(line[0], line[1]);
            var booking = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking");
            Assert.Equal((line[2], line[3]), (booking.GetProperty("state").GetString(), booking.GetProperty("slot").GetProperty("id").GetString()));
            Assert.StartsWith("示例街", booking.GetProperty("address").GetString(), StringComparison.Ordinal);
        }

        Assert.Single(Directory.EnumerateFiles(server.DataFolder, "jizhou-before-*.backup"));
        await using var connection = await OpenAsync(connectionString);
        Assert.Equal(3, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking"));
        Assert.Empty(await new DatabaseAudit(connection, Jizhou.Public.Content.ContentFolder.Load(Path.Combine(Repository.Root, "content")).Bulky!).RowsAsync());
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_keys, recursive: true);

    // What pg_dump wrote; lines for psql alone are left out.
    private static async Task LoadAsync(string connectionString)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Samples, "067-postgres.sql"));
        await using var connection = await OpenAsync(connectionString);
        await connection.ExecuteAsync(string.Join('\n', lines.Where(line => !line.StartsWith('\\'))));
        await using var again = await OpenAsync(connectionString); // the dump empties the search path of its own session
        Assert.Equal(67, await again.ExecuteScalarAsync<int>("SELECT MAX(version) FROM schema_version"));
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
