using System.Diagnostics;
using Dapper;
using Jizhou.Public.Content;
using Jizhou.Public.History.Faults;
using Jizhou.Public.History.Judging;
using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Recording;
using Jizhou.Public.History.Residents;

namespace Jizhou.Public.History;

/// <summary>One run of a scene: residents and faults at once, then quiet, then the judgement.</summary>
public sealed class Run(Scene scene, CallLog log, int operations, int seed)
{
    private const int ResidentsAtOnce = 16;
    private const int SlotsFoughtFor = 6;

    private const string Moving = """
        SELECT COUNT(*) FROM pickup_postponement JOIN pickup_closing ON pickup_closing.area = pickup_postponement.area AND pickup_closing.day = pickup_postponement.day
        WHERE pickup_postponement.state = 'running' AND pickup_closing.kind = 'closed'
        """;

    private readonly Wire _wire = new(scene.Nodes, log);
    private long _moved;

    /// <summary>Runs it and answers what was found.</summary>
    public async Task<Report> GoAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(scene.Nodes.Select(node => node.StartAsync()));
        var town = new Town(await SlotsAsync());
        var plan = new FaultPlan(scene.Faults, log);
        using var stop = new CancellationTokenSource();
        List<Operator> operators = [.. scene.Consoles.Select((console, i) => new Operator(new ConsoleWire(console, scene.Nodes.ToList().IndexOf(console), log), town, log, seed * 1000 + 500 + i))];
        var residents = operators.Select(one => one.WorkAsync(stop.Token)).Concat(Enumerable.Range(0, ResidentsAtOnce).Select(i => new Resident(_wire, town, seed * 1000 + i).LiveAsync(stop.Token))).ToList();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromHours(3));
            await plan.RunAsync(operations, patience.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(residents);
        }

        await scene.SettleAsync();
        await Task.WhenAll(operators.Select(one => one.SettleAsync()));
        await UntilMovedAsync();
        await SettleAsync(town);
        List<Finding> findings = [.. await EndAsync()];
        findings.AddRange(await JudgeAsync(town));
        return new Report(scene.Name, log, plan.Happened, town.Bookings.Count, _moved, findings, watch.Elapsed);
    }

    // Days well ahead: a clock that moves a few hours does not pass their cut-off.
    private async Task<IReadOnlyList<string>> SlotsAsync()
        => [.. (await _wire.SlotsAsync(0) ?? throw new InvalidOperationException("The server lists no slots.")).Skip(8 - SlotsFoughtFor / 2).Take(SlotsFoughtFor)];

    // What somebody does whose page stopped answering: the same request again, until there is an answer. Then everybody looks once more.
    private async Task SettleAsync(Town town)
    {
        foreach (var uncertain in town.Uncertain)
        {
            for (var attempt = 0; attempt < 100; attempt++)
            {
                var call = await _wire.ConfirmAsync(0, uncertain, Kind.Replay);
                if (call is { Outcome: Outcome.Done })
                {
                    town.Add(Wire.Booking(call));
                }

                if (call is { Outcome: not Outcome.Unknown, Code: not ("busy" or "idempotency_key_in_flight") })
                {
                    break;
                }

                await Task.Delay(100);
            }
        }

        await Parallel.ForEachAsync(town.Bookings, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = CancellationToken.None }, async (booking, _) => await _wire.LookUpAsync(scene.Nodes.Count - 1, booking));
    }

    // Bookings of a called-off day move on their own; those that a crash left are taken up again within a minute.
    private async Task UntilMovedAsync()
    {
        if (scene.Consoles.Count == 0)
        {
            return;
        }

        await using var connection = await scene.OpenAsync();
        for (var attempt = 0; attempt < 480 && await connection.ExecuteScalarAsync<long>(Moving) > 0; attempt++)
        {
            await Task.Delay(250);
        }
    }

    private async Task<IEnumerable<Finding>> EndAsync()
    {
        List<Finding> findings = [];
        foreach (var node in scene.Nodes)
        {
            var code = await node.StopAsync();
            if (code != 0 || node.Crashes > 0)
            {
                findings.Add(new(Finding.Unexpected, $"a server ended with {code} and had crashed {node.Crashes} times: {node.Output}"));
            }
        }

        findings.AddRange(scene.Nodes.SelectMany(node => node.Mistakes).Select(line => new Finding(Finding.Unexpected, "a server logged: " + line)));
        return findings;
    }

    private async Task<IEnumerable<Finding>> JudgeAsync(Town town)
    {
        var (calls, bookings) = (log.Calls, town.Bookings);
        var book = ContentFolder.Load(Path.Combine(Shell.Root, "content")).Bulky!;
        var days = new CalledOff(calls, node => scene.Nodes[node].Starts);
        var capacity = new CapacityJudge(book, log, days);
        await using var connection = await scene.OpenAsync();
        var audit = new DatabaseAudit(connection, book);
        List<Finding> findings = [.. BookingsJudge.Judge(calls, bookings, days), .. capacity.Judge(calls, bookings), .. await audit.RowsAsync(), .. await audit.AnswersAsync(calls, bookings, days)];
        _moved = scene.Consoles.Count == 0 ? 0 : await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking_history WHERE what = 'postponed'");
        if (scene.Consoles.Count > 0 && _moved == 0)
        {
            findings.Add(new(Finding.Unexpected, "no booking was ever moved off a called-off day: the run proves nothing of it"));
        }

        if (bookings.Count < operations / 50 || capacity.Count(calls, bookings) < operations / 50 || calls.All(call => call.Code != "slot_full"))
        {
            findings.Add(new(Finding.Unexpected, $"only {bookings.Count} bookings, or no slot was ever full: the run proves nothing"));
        }

        return findings;
    }
}
