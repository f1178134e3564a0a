using System.Net;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary><c>-- keys rotate</c> and <c>keys retire</c> while residents book.</summary>
public abstract class KeyRotationTests(Machines machines)
{
    [Fact]
    public async Task Everything_stays_readable_and_findable_while_the_key_is_changed_and_the_old_one_destroyed()
    {
        using var machine = await machines.NewAsync();
        using var http = await machine.StartAsync();
        await using var traffic = new Traffic(http);
        await traffic.StartAsync();
        await traffic.MoreAsync(20);

        Assert.Contains("不能停用", (await machine.RunAsync("keys", "retire", "1")).Said, StringComparison.Ordinal);
        Assert.Contains("全部用密钥 2", await machine.DoneAsync("keys", "rotate"), StringComparison.Ordinal);
        await traffic.MoreAsync(5); // the server wrote these with the key it picked up
        Assert.Matches("(?m)^1\t0\t", await machine.DoneAsync("keys", "status"));
        Assert.Contains("密钥 1 已销毁", await machine.DoneAsync("keys", "retire", "1"), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^1\t", await machine.DoneAsync("keys", "status"));
        await traffic.MoreAsync(5);
        var booked = await traffic.StopAsync();
        Assert.Empty(traffic.Wrong);
        foreach (var (reference, resident) in booked)
        {
            using var found = await resident.LookUpAsync(reference);
            await Resident.Expect(found, HttpStatusCode.OK);
        }

        // A key ring from before the rotation cannot read it any more, and is told by name.
        Assert.Equal(0, await machine.StopAsync());
        Assert.Empty(await machine.AuditAsync());
    }

    [Fact]
    public async Task An_interrupted_rotation_goes_on_and_a_key_in_use_is_not_destroyed()
    {
        using var machine = await machines.NewAsync();
        using (var http = await machine.StartAsync())
        {
            await using var traffic = new Traffic(http);
            await traffic.StartAsync();
            await traffic.MoreAsync(10);
        }

        Assert.Equal(0, await machine.StopAsync());
        var ring = Path.Combine(machine.Keys, "personal-data.json");
        var key = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await File.WriteAllTextAsync(ring, (await File.ReadAllTextAsync(ring)).Replace("\"DataKeys\":{", $"\"DataKeys\":{{\"2\":\"{key}\",", StringComparison.Ordinal)); // as kill -9 leaves it after the first step
        var (code, said) = await machine.RunAsync("keys", "retire", "1");
        Assert.Equal(1, code);
        Assert.Contains("没有停用", said, StringComparison.Ordinal);
        said = await machine.DoneAsync("keys", "rotate");
        Assert.Contains("接着做", said, StringComparison.Ordinal);
        Assert.Contains("全部用密钥 2", said, StringComparison.Ordinal);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class KeyRotationOnSqliteTests(SqliteMachines machines) : KeyRotationTests(machines), IClassFixture<SqliteMachines>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class KeyRotationOnPostgresTests(PostgresMachines machines) : KeyRotationTests(machines), IClassFixture<PostgresMachines>;
