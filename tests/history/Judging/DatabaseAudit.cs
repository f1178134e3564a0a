using System.Data.Common;
using Dapper;
using Jizhou.Public.Content.Bulky;
using Jizhou.Public.History.Recording;

#pragma warning disable S2077 // the states are constants of this program

namespace Jizhou.Public.History.Judging;

/// <summary>Counts the database after the run, with SQL of its own, and compares it with what was acknowledged.</summary>
public sealed class DatabaseAudit(DbConnection connection, BulkyBook book)
{
    private static readonly string[] Free = ["cancelled"]; // a state in which a booking takes nothing

    /// <summary>What the rows say by themselves: sums, limits, histories. Works on any database, e.g. a restored one.</summary>
    public async Task<IReadOnlyList<Finding>> RowsAsync()
    {
        List<Finding> findings = [];
        var bookings = await BookingsAsync();
        var holds = (await connection.QueryAsync<HoldRow>("SELECT hold AS Id, slot AS Slot, address_key AS Address, litres AS Litres FROM booking_hold WHERE state = 'held'")).ToList();
        var taken = bookings.Where(b => !Free.Contains(b.State)).Select(b => (b.Slot, b.Address, b.Litres)).Concat(holds.Select(h => (h.Slot, h.Address, h.Litres))).ToLookup(t => t.Slot);
        findings.AddRange(await SlotsAsync(taken));
        findings.AddRange(await StopsAsync(taken));
        findings.AddRange(await SharesAsync());
        findings.AddRange(await HistoriesAsync(bookings));
        findings.AddRange(bookings.Where(b => b.Slot != $"{b.Area}.{b.Day}.{b.Part}").Select(b => new Finding(Finding.HalfDone, $"{b.Reference} stands on {b.Slot}, but says {b.Area} {b.Day} {b.Part}")));
        findings.AddRange(bookings.GroupBy(b => b.Hold).Where(g => g.Count() > 1).Select(g => new Finding(Finding.Doubled, $"hold {g.Key} has {g.Count()} bookings")));
        return findings;
    }

    /// <summary>Compares the rows with the answers.</summary>
    public async Task<IReadOnlyList<Finding>> AnswersAsync(IReadOnlyList<Call> calls, IReadOnlyList<Booking> acknowledged, CalledOff days)
    {
        List<Finding> findings = [];
        var begun = BookingsJudge.Begun(calls);
        var bookings = (await BookingsAsync()).ToDictionary(b => b.Reference, StringComparer.Ordinal);
        var byReference = calls.Where(call => call.Booking is not null).ToLookup(call => call.Booking!.Reference);
        foreach (var booking in acknowledged)
        {
            if (!bookings.TryGetValue(Plain(booking.Reference), out var row))
            {
                findings.Add(new(Finding.Lost, $"{booking.Reference} was acknowledged and is not in the database"));
                continue;
            }

            // The row as a last look; its note is encrypted and was looked up over HTTP before.
            var steps = byReference[booking.Reference].Select(call => Step.Of(call, days)).OfType<Step>()
                .Append(new Step(long.MaxValue - 1, long.MaxValue - 1, false, now => now.Slot == row.Slot && now.State == row.State && Goods.Litres(now.Items, book.Catalogue) == row.Litres ? now : null) { Slots = [row.Slot] }).ToList();
            if (!BookingOrder.Explains(booking.First, steps, days, begun[booking.From.Key].Min()))
            {
                findings.Add(new(Finding.HalfDone, $"no order of the calls on {booking.Reference} ends at {row.Slot}, {row.Litres} litres, {row.State}"));
            }
        }

        findings.AddRange(Ghosts(calls, acknowledged, bookings));
        findings.AddRange(await HoldGhostsAsync(calls));
        findings.AddRange(Limits(acknowledged, bookings));
        var calledOff = days.AtTheEnd.ToHashSet(StringComparer.Ordinal);
        findings.AddRange(bookings.Values.Where(row => row.State is "booked" or "assigned" && calledOff.Contains(row.Slot)).Select(row => new Finding(Finding.LeftBehind, $"{row.Reference} still stands on {row.Slot}, which is called off")));
        return findings;
    }

    private IEnumerable<Finding> Limits(IReadOnlyList<Booking> acknowledged, Dictionary<string, BookingRow> rows)
    {
        var open = acknowledged.Where(b => rows.TryGetValue(Plain(b.Reference), out var row) && !Free.Contains(row.State)).ToList();
        return open.GroupBy(b => b.From.Phone).Where(g => g.Count() > book.DefaultClass.Limits.OpenPerPhone).Select(g => new Finding(Finding.BrokenLimit, $"one phone has {g.Count()} open bookings"))
            .Concat(open.Where(b => b.From.Hold.HasDoor).GroupBy(b => b.From.Hold.Address).Where(g => g.Count() > book.DefaultClass.Limits.OpenPerAddress)
                .Select(g => new Finding(Finding.BrokenLimit, $"{g.Key} has {g.Count()} open bookings")));
    }

    private static IEnumerable<Finding> Ghosts(IReadOnlyList<Call> calls, IReadOnlyList<Booking> acknowledged, Dictionary<string, BookingRow> rows)
    {
        var known = acknowledged.Select(b => Plain(b.Reference)).ToHashSet(StringComparer.Ordinal);
        var uncertain = calls.Where(call => call.Confirmation is not null && call.Outcome == Outcome.Unknown).Select(call => call.Hold!.Id).ToHashSet(StringComparer.Ordinal);
        var settled = acknowledged.Select(b => b.From.Hold.Id).ToHashSet(StringComparer.Ordinal);
        return rows.Values.Where(row => !known.Contains(row.Reference) && (!uncertain.Contains(row.Hold) || settled.Contains(row.Hold)))
            .Select(row => new Finding(Finding.Ghost, $"{row.Reference} is in the database, acknowledged to nobody and in flight for nobody"));
    }

    private async Task<IEnumerable<Finding>> HoldGhostsAsync(IReadOnlyList<Call> calls)
    {
        var known = calls.Where(call => call.Kind == Kind.Hold).Select(call => call.Hold!.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unknown = calls.Where(call => call is { Kind: Kind.Hold, Outcome: Outcome.Unknown }).GroupBy(call => (call.Hold!.Slot, Goods.Litres(call.Hold.Items, book.Catalogue))).ToDictionary(g => g.Key, g => g.Count());
        var rows = await connection.QueryAsync<HoldRow>("SELECT hold AS Id, slot AS Slot, address_key AS Address, litres AS Litres FROM booking_hold");
        return rows.Where(row => !known.Contains(row.Id)).GroupBy(row => (row.Slot, (int)row.Litres)).Where(g => g.Count() > unknown.GetValueOrDefault(g.Key))
            .Select(g => new Finding(Finding.Ghost, $"{g.Count()} holds of {g.Key.Item2} litres on {g.Key.Slot} that nobody asked for"));
    }

    private async Task<IEnumerable<Finding>> SlotsAsync(ILookup<string, (string Slot, string Address, long Litres)> taken)
    {
        List<Finding> findings = [];
        var rows = (await connection.QueryAsync<SlotRow>("SELECT slot AS Slot, stops_taken AS Stops, stops_capacity AS MostStops, litres_taken AS Litres, litres_capacity AS MostLitres FROM booking_slot"))
            .ToDictionary(row => row.Slot, StringComparer.Ordinal);
        foreach (var slot in taken.Select(t => t.Key).Union(rows.Keys, StringComparer.Ordinal))
        {
            var (stops, litres) = (taken[slot].Select(t => t.Address).Distinct(StringComparer.Ordinal).Count(), taken[slot].Sum(t => t.Litres));
            var row = rows.GetValueOrDefault(slot);
            var capacity = book.Area(slot.Split('.')[0])!.Capacity;
            if (stops > (row?.MostStops ?? capacity.Stops) || litres > (row?.MostLitres ?? capacity.Litres))
            {
                findings.Add(new(Finding.OverBooked, $"{slot} holds {stops} addresses and {litres} litres; it takes {capacity.Stops} and {capacity.Litres}"));
            }

            if (stops != (row?.Stops ?? 0) || litres != (row?.Litres ?? 0))
            {
                findings.Add(new(Finding.WrongSum, $"{slot} counts {row?.Stops} stops and {row?.Litres} litres; its bookings and holds are {stops} and {litres}"));
            }
        }

        return findings;
    }

    private async Task<IEnumerable<Finding>> StopsAsync(ILookup<string, (string Slot, string Address, long Litres)> taken)
    {
        var rows = (await connection.QueryAsync<(string Slot, string Address, long Jobs)>("SELECT slot, address_key, jobs FROM booking_stop WHERE jobs > 0"))
            .ToDictionary(row => (row.Slot, row.Address), row => row.Jobs);
        var counted = taken.SelectMany(slot => slot).GroupBy(t => (t.Slot, t.Address)).ToDictionary(g => g.Key, g => (long)g.Count());
        return rows.Keys.Union(counted.Keys).Where(stop => rows.GetValueOrDefault(stop) != counted.GetValueOrDefault(stop))
            .Select(stop => new Finding(Finding.WrongSum, $"an address of {stop.Slot} counts {rows.GetValueOrDefault(stop)} jobs and has {counted.GetValueOrDefault(stop)}"));
    }

    // What a booking takes of each service's share is written beside it: furniture=600 appliance=800.
    private async Task<IEnumerable<Finding>> SharesAsync()
    {
        var written = await connection.QueryAsync<(string Slot, string Shares)>($"SELECT slot, shares FROM booking WHERE state NOT IN ({string.Join(", ", Free.Select(state => $"'{state}'"))}) UNION ALL SELECT slot, shares FROM booking_hold WHERE state = 'held'");
        var summed = written.SelectMany(row => row.Shares.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(share => share.Split('=')).Select(share => (row.Slot, Service: share[0], Litres: long.Parse(share[1]))))
            .GroupBy(share => (share.Slot, share.Service)).ToDictionary(g => g.Key, g => g.Sum(share => share.Litres));
        var rows = (await connection.QueryAsync<(string Slot, string Service, long Litres, long Most)>("SELECT slot, service, litres_taken, litres_capacity FROM booking_share")).ToDictionary(row => (row.Slot, row.Service));
        return rows.Keys.Union(summed.Keys).Where(share => rows.GetValueOrDefault(share).Litres != summed.GetValueOrDefault(share) || rows.GetValueOrDefault(share).Most < summed.GetValueOrDefault(share))
            .Select(share => new Finding(Finding.WrongSum, $"{share.Service} of {share.Slot} counts {rows.GetValueOrDefault(share).Litres} of {rows.GetValueOrDefault(share).Most} litres and has {summed.GetValueOrDefault(share)}"));
    }

    private async Task<IEnumerable<Finding>> HistoriesAsync(IReadOnlyList<BookingRow> bookings)
    {
        var lines = (await connection.QueryAsync<(string Reference, long Sequence, string Slot)>("SELECT reference, sequence, slot FROM booking_history")).ToLookup(line => line.Reference, StringComparer.Ordinal);
        return bookings.Where(b => !lines[b.Reference].Select(line => line.Sequence).Order().SequenceEqual(Enumerable.Range(0, (int)b.Sequence + 1).Select(n => (long)n))
                                   || lines[b.Reference].MaxBy(line => line.Sequence).Slot != b.Slot)
            .Select(b => new Finding(Finding.HalfDone, $"{b.Reference} changed {b.Sequence} times, its history tells otherwise"));
    }

    private async Task<IReadOnlyList<BookingRow>> BookingsAsync() => [.. await connection.QueryAsync<BookingRow>("""
        SELECT reference AS Reference, hold AS Hold, slot AS Slot, area AS Area, day AS Day, part AS Part, address_key AS Address, litres AS Litres, state AS State, sequence AS Sequence FROM booking
        """)];

    private static string Plain(string reference) => reference.Replace("-", "", StringComparison.Ordinal);

    private sealed record BookingRow(string Reference, string Hold, string Slot, string Area, string Day, string Part, string Address, long Litres, string State, long Sequence);

    private sealed record HoldRow(string Id, string Slot, string Address, long Litres);

    private sealed record SlotRow(string Slot, long Stops, long MostStops, long Litres, long MostLitres);
}
