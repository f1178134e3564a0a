using System.IO.Compression;
using System.Net;
using System.Text;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary><c>-- backup</c> and <c>-- restore</c> on a machine with traffic.</summary>
public abstract class BackupTests(Machines machines)
{
    [Fact]
    public async Task A_backup_under_load_is_restored_whole_and_only_where_it_belongs()
    {
        using var machine = await machines.NewAsync();
        var file = Path.Combine(machine.Folder, "backup.zip");
        using var http = await machine.StartAsync();
        await using var traffic = new Traffic(http);
        await traffic.StartAsync();
        await traffic.MoreAsync(20);
        var before = traffic.Booked;
        Assert.Contains("密钥不在备份里", await machine.DoneAsync("backup", file), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains("已经存在", await machine.RefusedAsync("backup", file), StringComparison.Ordinal);
        await traffic.MoreAsync(5);
        Assert.Contains("使用", await machine.RefusedAsync("restore", file), StringComparison.Ordinal);
        var all = await traffic.StopAsync();
        Assert.Empty(traffic.Wrong);
        Assert.Equal(0, await machine.StopAsync());

        await RefusesOthersAsync(machine, file);
        Assert.Contains("密钥不在备份里", await machine.DoneAsync("restore", file), StringComparison.Ordinal);
        Assert.Empty(await machine.AuditAsync());
        using var again = await machine.StartAsync();
        foreach (var (reference, resident) in before)
        {
            using var found = await new Resident(again) { Phone = resident.Phone }.LookUpAsync(reference);
            await Resident.Expect(found, HttpStatusCode.OK);
        }

        var (last, owner) = all[^1];
        using var later = await new Resident(again) { Phone = owner.Phone }.LookUpAsync(last);
        Assert.Equal(HttpStatusCode.NotFound, later.StatusCode); // booked after the backup: its keeper must know what a restore loses
        await using var more = new Traffic(again);
        await more.StartAsync(1);
        await more.MoreAsync(2);
    }

    private static async Task RefusesOthersAsync(Machine machine, string file)
    {
        var newer = Path.Combine(machine.Folder, "newer.zip");
        File.Copy(file, newer);
        Change(newer, "\"schema\":[", "\"schema\":[999,");
        Assert.Contains("999", await machine.RefusedAsync("restore", newer), StringComparison.Ordinal);

        var damaged = Path.Combine(machine.Folder, "damaged.zip");
        File.Copy(file, damaged);
        Change(damaged, "\"sha256\":\"", "\"sha256\":\"0");
        Assert.Contains("损坏", await machine.RefusedAsync("restore", damaged), StringComparison.Ordinal);
        Assert.Contains("不是备份文件", await machine.RefusedAsync("restore", Path.Combine(machine.Keys, "personal-data.json")), StringComparison.Ordinal);

        var ring = Path.Combine(machine.Keys, "personal-data.json");
        File.Move(ring, ring + ".away");
        Assert.Contains("没有密钥", await machine.RefusedAsync("restore", file), StringComparison.Ordinal);
        var key = Convert.ToBase64String(new byte[32]);
        await File.WriteAllTextAsync(ring, $$"""{"DataKeys":{"1":"{{key}}"},"HashKey":"{{key}}"}""");
        Assert.Contains("不属于这个备份", await machine.RefusedAsync("restore", file), StringComparison.Ordinal);
        File.Move(ring + ".away", ring, overwrite: true);
    }

    private static void Change(string file, string from, string to)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var entry = zip.GetEntry("manifest.json")!;
        string manifest;
        using (var reader = new StreamReader(entry.Open()))
        {
            manifest = reader.ReadToEnd();
        }

        Assert.Contains(from, manifest, StringComparison.Ordinal);
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("manifest.json").Open(), new UTF8Encoding(false));
        writer.Write(manifest.Replace(from, to, StringComparison.Ordinal));
    }
}

/// <summary>On the embedded database.</summary>
public sealed class BackupOnSqliteTests(SqliteMachines machines) : BackupTests(machines), IClassFixture<SqliteMachines>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class BackupOnPostgresTests(PostgresMachines machines) : BackupTests(machines), IClassFixture<PostgresMachines>;
