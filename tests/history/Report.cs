using Jizhou.Public.History.Judging;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History;

/// <summary>What a run did and what was found.</summary>
public sealed record Report(string Scene, CallLog Log, IReadOnlyDictionary<string, int> Faults, int Bookings, long Moved, IReadOnlyList<Finding> Findings, TimeSpan Took)
{
    /// <summary>The report as lines for people.</summary>
    public IEnumerable<string> Lines()
    {
        var calls = Log.Calls;
        yield return $"{Scene}: {calls.Count:N0} operations in {Took.TotalSeconds:0.0} s, {Bookings:N0} bookings acknowledged, {Moved:N0} moves off called-off days";
        foreach (var kind in calls.GroupBy(call => call.Kind).OrderBy(kind => kind.Key))
        {
            yield return $"  {kind.Key,-12} done {Count(kind, Outcome.Done),6:N0}  refused {Count(kind, Outcome.Refused),6:N0}  unknown {Count(kind, Outcome.Unknown),5:N0}   {Codes(kind)}";
        }

        yield return $"  faults: {(Faults.Count == 0 ? "none" : string.Join(", ", Faults.Select(fault => $"{fault.Key} {fault.Value}")))}";
        foreach (var found in Findings.GroupBy(finding => finding.What))
        {
            yield return $"  {found.Key} {found.Count()}: {string.Join("\n    ", found.Take(5).Select(finding => finding.Where))}";
        }

        yield return Findings.Count == 0 ? "  nothing over-booked, lost, doubled or half-amended; no ghosts; every sum right" : $"  {Findings.Count} findings";
    }

    private static int Count(IEnumerable<Call> calls, Outcome outcome) => calls.Count(call => call.Outcome == outcome);

    private static string Codes(IEnumerable<Call> calls) => string.Join(" ", calls.Where(call => call.Code is not null).GroupBy(call => call.Code).OrderByDescending(code => code.Count()).Take(6).Select(code => $"{code.Key}:{code.Count()}"));
}
