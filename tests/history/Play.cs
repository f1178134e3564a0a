using Jizhou.Public.History.Judging;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History;

/// <summary>Plays one scene with machines of its own and says how it ended.</summary>
public static class Play
{
    /// <summary>True when it ended as it must: the product without a finding, the naive double with over-booked slots.</summary>
    public static async Task<bool> RunAsync(string name, Options options)
    {
        var operations = options.OperationsOf(name);
        var log = new CallLog(TimeProvider.System);
        var machines = new Stack<IAsyncDisposable>();
        try
        {
            var scene = name switch
            {
                "sqlite" => await Scenes.SqliteAsync(machines, log, operations),
                "postgres" => await Scenes.PostgresAsync(machines, log, operations),
                _ => await Scenes.NaiveAsync(machines, log),
            };
            var report = await new Run(scene, log, operations, options.Seed).GoAsync();
            report.Lines().ToList().ForEach(Console.WriteLine);
            return name == "naive" ? Caught(report) : report.Findings.Count == 0;
        }
        finally
        {
            while (machines.TryPop(out var machine))
            {
                await machine.DisposeAsync();
            }
        }
    }

    private static bool Caught(Report report)
    {
        var caught = report.Findings.Any(finding => finding.What == Finding.OverBooked);
        Console.WriteLine(caught ? "  caught, as it must be" : "  NOT CAUGHT: the checker is wrong");
        return caught;
    }
}
