using System.Net;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Jizhou.Public.ApiTests.Bookings;
using Jizhou.Public.History.Judging;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>A filled database of every earlier schema comes up to today's: a copy is kept first, the bookings stay readable, the sums stay right.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-upgrade-").FullName;

    public static TheoryData<string> Samples => new(Directory.EnumerateFiles(Folder, "*.db").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(Repository.Root, "tests", "samples", "databases");

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task An_earlier_schema_comes_up_to_todays_with_a_copy_kept_first(string sample)
    {
        var folder = Copy(sample);
        using (var start = new SqliteStart(folder))
        {
            await start.MigrateAsync(default);
        }

        await using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=false");
        await connection.OpenAsync();
        Assert.Equal("ok", await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check"));
        Assert.Equal(int.Parse(sample) < 20 ? 0 : 3, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM booking"));
        Assert.Empty(await new DatabaseAudit(connection, Jizhou.Public.Content.ContentFolder.Load(Path.Combine(Repository.Root, "content")).Bulky!).RowsAsync());

        var copy = Directory.EnumerateFiles(_folder, "jizhou-before-*.db").Single();
        await using var before = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=false");
        Assert.Equal(int.Parse(sample), await before.ExecuteScalarAsync<int>("SELECT MAX(version) FROM schema_version"));
    }

    [Fact]
    public async Task The_program_serves_the_bookings_of_an_earlier_one()
    {
        Copy("067");
        var keys = _folder + "-keys";
        Directory.CreateDirectory(keys);
        File.Copy(Path.Combine(Folder, "sample-keys.json"), Path.Combine(keys, "personal-data.json"));
        using var server = new ApiServer { ["Storage:DataFolder"] = _folder, ["Security:KeyFolder"] = keys, ["Sample:Load"] = "false" };
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(Folder, "booked.tsv")))[1..].Select(line => line.Split('\t')))
        {
            using var found = await new Resident(server.Http).LookUpAsync(line[0], line[1]);
            var booking = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking");
            Assert.Equal((line[2], line[3]), (booking.GetProperty("state").GetString(), booking.GetProperty("slot").GetProperty("id").GetString()));
            Assert.StartsWith("示例街", booking.GetProperty("address").GetString(), StringComparison.Ordinal);
        }

        Directory.Delete(keys, recursive: true);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SqliteFolder Copy(string sample)
    {
        var folder = new SqliteFolder(_folder);
        File.Copy(Path.Combine(Folder, sample + ".db"), folder.File);
        return folder;
    }
}
