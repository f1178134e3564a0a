using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>Strings that stand nowhere else, planted where people write: where do they turn up?</summary>
public sealed class CanaryTests : IDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private static readonly string[] Canaries = ["金丝雀甲", "金丝雀乙胡同", "金丝雀丙", "金丝雀丁", "13955512345"];
    private readonly Machine _machine = new();

    [Fact]
    public async Task Planted_strings_stand_nowhere_in_clear_and_after_the_time_of_keeping_nowhere_at_all()
    {
        using var http = await _machine.StartAsync("--Logging:LogLevel:Default", "Debug", "--Logging:LogLevel:Microsoft", "Debug");
        await PlantAsync(http);
        var backup = Path.Combine(_machine.Folder, "before.zip");
        await _machine.DoneAsync("backup", backup);
        Assert.Empty(Clear(backup)); // beside the running server, its log still unwritten into the file

        var secrets = await SecretsAsync();
        Assert.True(secrets.Count >= 4, $"only {secrets.Count} encrypted values");
        Assert.NotEmpty(Decrypted(secrets));
        Assert.Contains(Files(backup), file => secrets.Exists(secret => file.Bytes.AsSpan().IndexOf(secret) >= 0)); // the search finds what is there

        var erased = await _machine.RunAsync(new Dictionary<string, string> { ["LD_PRELOAD"] = FakeTime, ["FAKETIME"] = "+240d", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["NO_FAKE_STAT"] = "1" }, "erase-expired");
        Assert.True(erased.Code == 0, erased.Said);
        Assert.Contains("已删除 1 个预约", erased.Said, StringComparison.Ordinal);
        var after = Path.Combine(_machine.Folder, "after.zip");
        await _machine.DoneAsync("backup", after);
        File.Delete(backup); // a backup from before keeps what it kept: README says how long to keep backups
        Assert.Empty(Clear(after));
        Assert.Empty(Files(after).Where(file => secrets.Exists(secret => file.Bytes.AsSpan().IndexOf(secret) >= 0)).Select(file => file.Name));
        Assert.Empty(Decrypted(await SecretsAsync()));
        Assert.Empty(Canaries.Where(canary => _machine.Server.Output.Contains(canary, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_encrypted_column_of_the_schema_is_known_to_the_rotation()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var known = server.Services.GetServices<EncryptedColumn>().Select(column => $"{column.Table}.{column.Column}").ToHashSet(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "jizhou.db")};Mode=ReadOnly;Pooling=false");
        var blobs = (await connection.QueryAsync<string>("SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'BLOB'")).ToList();
        Assert.Contains("booking.secret", blobs);
        Assert.Empty(blobs.Except(["place_photo.bytes"], StringComparer.Ordinal).Except(known, StringComparer.Ordinal)); // photos of places are public
        Assert.Empty(known.Except(blobs, StringComparer.Ordinal));
    }

    /// <inheritdoc />
    public void Dispose() => _machine.Dispose();

    private async Task PlantAsync(HttpClient http)
    {
        var resident = new Resident(http) { Phone = Canaries[4], Address = Canaries[1] + "7号" };
        using var slots = await http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}");
        var slot = (await Resident.Expect(slots, HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Last(s => s.GetProperty("available").GetBoolean()).GetProperty("id").GetString()!;
        var booked = await resident.BookedAsync(slot, name: Canaries[0], note: Canaries[2]);
        var (reference, token) = (booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString()!);
        using var amended = await resident.ManageAsync(HttpMethod.Patch, reference, token, new { note = Canaries[3] });
        await Resident.Expect(amended, HttpStatusCode.OK);
        using var found = await resident.LookUpAsync(reference);
        await Resident.Expect(found, HttpStatusCode.OK);
        using var wrong = await resident.LookUpAsync(reference, "0000");
        await new Resident(http) { Address = Canaries[1] + "8号" }.HeldAsync(slot); // never confirmed
        using var refused = await resident.ConfirmAsync(new string('0', 32), name: Canaries[0], note: Canaries[2]);
        using var calendar = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/ics");
        var ics = await calendar.Content.ReadAsStringAsync();
        Assert.Contains("BEGIN:VEVENT", ics, StringComparison.Ordinal);
        Assert.Empty(Canaries.Where(canary => ics.Contains(canary, StringComparison.Ordinal)));
        Assert.DoesNotMatch(new Regex("reference=|phone=", RegexOptions.IgnoreCase), _machine.Server.Output);
    }

    // What holds a canary in clear: every file of the data folder, every entry of a backup, and what the program printed.
    private List<string> Clear(string backup) =>
    [
        .. Files(backup).Where(file => Canaries.Any(canary => file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0)).Select(file => file.Name),
        .. Canaries.Where(canary => _machine.Server.Output.Contains(canary, StringComparison.Ordinal)).Select(canary => "log: " + canary),
    ];

    private IEnumerable<(string Name, byte[] Bytes)> Files(string backup)
    {
        var files = Directory.EnumerateFiles(_machine.Data).Where(file => !file.EndsWith("server.lock", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.EndsWith("jizhou.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            yield return (Path.GetFileName(file), ReadAll(stream));
        }

        using var zip = ZipFile.OpenRead(backup);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            yield return ("backup: " + entry.Name, ReadAll(stream));
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<List<byte[]>> SecretsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_machine.Data, "jizhou.db")};Mode=ReadOnly;Pooling=false");
        List<byte[]> secrets = [];
        foreach (var (table, column) in await connection.QueryAsync<(string, string)>("SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'BLOB'"))
        {
            secrets.AddRange(await connection.QueryAsync<byte[]>($"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"));
        }

        return secrets;
    }

    private List<string> Decrypted(List<byte[]> secrets)
    {
        using var server = new ApiServer();
        _ = server.Http;
        var purposes = server.Services.GetServices<EncryptedColumn>().Select(column => column.Purpose).ToList();
        var protector = new PersonalDataProtector(KeyRingFile.Load(new KeyFolder(_machine.Keys)));
        return [.. secrets.Select(secret => purposes.Select(purpose => Try(() => protector.Decrypt(secret, purpose))).OfType<string>().FirstOrDefault() ?? "unreadable").Where(text => text == "unreadable" || Canaries.Any(text.Contains))];
    }

    private static string? Try(Func<string> decrypt)
    {
        try
        {
            return decrypt();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
