using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Faults;

/// <summary>Which faults come when: each of the list at its share of the operations, over and over in the long run.</summary>
public sealed class FaultPlan(IReadOnlyList<Fault> faults, CallLog log)
{
    private const int MostFaults = 100; // each restart takes seconds, even in the long run

    private readonly SortedDictionary<string, int> _happened = new(StringComparer.Ordinal);

    /// <summary>How often each fault happened.</summary>
    public IReadOnlyDictionary<string, int> Happened => _happened;

    /// <summary>Lets faults happen until the operations are done; each at least once.</summary>
    public async Task RunAsync(int operations, CancellationToken cancellationToken)
    {
        var between = operations / Math.Clamp(operations / 300, faults.Count + 1, MostFaults);
        for (var number = 0; (log.Count + between <= operations || number < faults.Count) && faults.Count > 0; number++)
        {
            await UntilAsync(log.Count + between, cancellationToken);
            var fault = faults[number % faults.Count];
            await fault.HappenAsync();
            _happened[fault.Name] = _happened.GetValueOrDefault(fault.Name) + 1;
        }

        await UntilAsync(operations, cancellationToken);
    }

    private async Task UntilAsync(int count, CancellationToken cancellationToken)
    {
        while (log.Count < count)
        {
            await Task.Delay(10, cancellationToken);
        }
    }
}

/// <summary>The faults, each made of what stands in <see cref="Machines"/>.</summary>
public static class Causes
{
    /// <summary>kill -9 of one server under load, and its restart.</summary>
    public static Fault Kill(ServerNode node, string name = "kill -9") => new(name, async () =>
    {
        await node.KillAsync();
        await node.StartAsync();
    });

    /// <summary>kill -9 of all servers at once.</summary>
    public static Fault KillAll(IReadOnlyList<ServerNode> nodes) => new("kill -9 of all", async () =>
    {
        await Task.WhenAll(nodes.Select(node => node.KillAsync()));
        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
    });

    /// <summary>SIGTERM under load: it must finish and end with 0.</summary>
    public static Fault Stop(ServerNode node) => new("SIGTERM", async () =>
    {
        var code = await node.StopAsync();
        if (code != 0)
        {
            throw new InvalidOperationException($"SIGTERM ended with {code}:\n{node.Output}");
        }

        await node.StartAsync();
    });

    /// <summary>The database server ends as in a power cut and comes back.</summary>
    public static Fault RestartDatabase(PostgresMachine postgres) => new("database restart", postgres.RestartAsync);

    /// <summary>The cache server dies; at the next turn it is there again.</summary>
    public static Fault TurnCache(RedisMachine redis) => new("cache down or up again", () => redis.Runs ? redis.KillAsync() : redis.StartAsync());

    /// <summary>The disk is full for a while.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="log">For a while is until sixty calls have met it, or three seconds.</param>
    /// <param name="mendAsync">What has to be done once there is room again.</param>
    public static Fault FillDisk(SmallDisk disk, CallLog log, Func<Task> mendAsync) => new("disk full", async () =>
    {
        disk.Fill();
        var (before, began) = (log.Count, CallLog.Now);
        while (log.Count < before + 60 && CallLog.Now - began < 3 * System.Diagnostics.Stopwatch.Frequency)
        {
            await Task.Delay(10);
        }

        disk.Empty();
        await mendAsync();
    });

    /// <summary>The clocks of all servers jump.</summary>
    public static Fault MoveClock(ServerClock clock, TimeSpan ahead) => new("clock moved", () =>
    {
        clock.Set(ahead);
        return Task.CompletedTask;
    });
}

/// <summary>The file that libfaketime reads in every server.</summary>
public sealed class ServerClock(string file, TimeSpan start, CallLog log)
{
    /// <summary>The file.</summary>
    public string FileName => file;

    /// <summary>Sets how far the clocks are ahead of where they would be.</summary>
    public void Set(TimeSpan ahead)
    {
        log.MoveClock(start + ahead);
        File.WriteAllText(file + ".new", $"{(start + ahead).TotalSeconds:+0;-0}\n");
        File.Move(file + ".new", file, overwrite: true); // a server never reads half a line
    }
}
