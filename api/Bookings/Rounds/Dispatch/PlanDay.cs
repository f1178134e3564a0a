using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>What a dispatcher does with an area's day. Each answers null, or what was not done and why, in words. The gate of the day lets one after the other work.</summary>
public static class PlanDay
{
    private const string Gone = "这一站已有结果，或者刚才有别人改过。请看现在的情况。";

    /// <summary>Splits everything that is not handed out among the vehicles that are free; drafts are made anew.</summary>
    public static async Task<string?> ProposeAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, Actor actor)
    {
        var (board, now) = (await OpenAsync(tx, desk, area, day), desk.Bookings.Clock.Now);
        var drafts = board.Rounds.Where(r => !r.Round.IsAssigned).SelectMany(r => r.Stops).ToList();
        List<PlanBooking> waiting = [];
        foreach (var booking in drafts.Concat(board.Waiting).OrderBy(b => b.Reference, StringComparer.Ordinal))
        {
            if (await HoldAsync(tx, desk, booking.Reference) is { } held)
            {
                waiting.Add(desk.Plan(held));
            }
        }

        foreach (var stop in drafts)
        {
            await RoundStore.LeaveAsync(tx, stop.Reference, now);
        }

        var plan = ProposeRounds.Of(waiting, await FreeTrucksAsync(tx, desk, area, day), board.Order, desk.Windows);
        foreach (var planned in plan.Rounds)
        {
            var round = await RoundStore.OpenAsync(tx, planned.Truck.Code, area.Code, day, now);
            foreach (var stop in planned.Stops)
            {
                await RoundStore.JoinAsync(tx, round, stop.Reference);
            }

            await RoundStore.OrderAsync(tx, round, [.. planned.Stops.Select(s => s.Reference)]);
        }

        await desk.Audit.NoteAsync(tx, actor, RoundActions.Proposed, $"{area.Code} {day:yyyy-MM-dd}",
            $"{plan.Rounds.Count} 辆车 {plan.Rounds.Sum(r => r.Stops.Count)} 站，{plan.Unassigned.Count} 站没排进");
        return null;
    }

    /// <summary>Vehicles of an area that carry nothing handed out and nothing of another area on that day, in the order of the file.</summary>
    public static async Task<IReadOnlyList<Truck>> FreeTrucksAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day)
    {
        var rounds = await RoundStore.BetweenAsync(tx.Open(), day, day, tx);
        var loaded = (await RoundStore.StopsAsync(tx.Open(), day, day, tx)).Select(s => s.Round.Id).ToHashSet(StringComparer.Ordinal);
        var busy = rounds.Where(r => r.IsAssigned || (r.Area != area.Code && loaded.Contains(r.Id))).Select(r => r.Truck).ToHashSet(StringComparer.Ordinal);
        return [.. desk.Bookings.Facts.Book.Rounds.TrucksOf(area.Code).Where(t => !busy.Contains(t.Code))];
    }

    /// <summary>Moves a stop one step within its round.</summary>
    public static async Task<string?> StepAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string reference, int step)
    {
        var board = await OpenAsync(tx, desk, area, day);
        if (board.Rounds.FirstOrDefault(r => r.Stops.Any(s => s.Reference == reference)) is not { } round)
        {
            return Gone;
        }

        var order = MoveStop.By([.. round.Stops.Select(desk.Plan)], reference, step);
        await RoundStore.OrderAsync(tx, round.Round.Id, [.. order.Select(s => s.Reference)]);
        return null;
    }

    /// <summary>Puts a stop into the round of a vehicle: in front of another stop, or where the saved order wants it. A vehicle that is not allowed there, or full, is refused.</summary>
    public static async Task<string?> MoveAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string reference, string truck, string? before, Actor actor)
    {
        var board = await OpenAsync(tx, desk, area, day);
        var target = board.Rounds.FirstOrDefault(r => r.Truck.Code == truck);
        if (Find(board, reference) is null || await HoldAsync(tx, desk, reference) is not { } booking)
        {
            return Gone;
        }

        var vehicle = target?.Truck ?? (await FreeTrucksAsync(tx, desk, area, day)).FirstOrDefault(t => t.Code == truck);
        if (vehicle is null)
        {
            return "这辆车当天在别的片区，或者已经不在名单里。";
        }

        var (plan, stops) = (desk.Plan(booking), target?.Stops.Select(desk.Plan).ToList() ?? []);
        if (VehicleRule.WhyNot(vehicle, plan, stops) is { } why)
        {
            return $"没有换：{why}。";
        }

        var now = desk.Bookings.Clock.Now;
        var round = target?.Round.Id ?? await RoundStore.OpenAsync(tx, truck, area.Code, day, now);
        await SetStateAsync(tx, desk, booking, target?.Round.IsAssigned == true, now);
        if (!stops.Exists(s => s.Reference == reference))
        {
            await RoundStore.LeaveAsync(tx, reference, now);
            await RoundStore.JoinAsync(tx, round, reference);
        }

        var order = before is null ? MoveStop.Into([.. stops.Where(s => s.Reference != reference)], plan, board.Order, desk.Windows) : MoveStop.Before(stops, plan, before, desk.Windows);
        await RoundStore.OrderAsync(tx, round, [.. order.Select(s => s.Reference)]);
        await desk.Audit.NoteAsync(tx, actor, RoundActions.Moved, booking.Label, $"换到{vehicle.Name}");
        return null;
    }

    /// <summary>Takes a stop out of its round; it waits for another one.</summary>
    public static async Task<string?> TakeOutAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string reference, Actor actor)
    {
        var board = await OpenAsync(tx, desk, area, day);
        if (Find(board, reference) is null || await HoldAsync(tx, desk, reference) is not { } booking)
        {
            return Gone;
        }

        var now = desk.Bookings.Clock.Now;
        await SetStateAsync(tx, desk, booking, isAssigned: false, now);
        await RoundStore.LeaveAsync(tx, reference, now);
        await desk.Audit.NoteAsync(tx, actor, RoundActions.Moved, booking.Label, "从清运单里拿出来");
        return null;
    }

    /// <summary>Hands a round to its crew: its bookings are <c>assigned</c> from now on.</summary>
    public static async Task<string?> HandOutAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string round, Actor actor)
    {
        var (board, now) = (await OpenAsync(tx, desk, area, day), desk.Bookings.Clock.Now);
        if (board.Rounds.FirstOrDefault(r => r.Round.Id == round) is not { Round.IsAssigned: false, Stops.Count: > 0 } planned)
        {
            return "这辆车已经派出，或者清运单是空的。";
        }

        foreach (var stop in planned.Stops.OrderBy(s => s.Reference, StringComparer.Ordinal))
        {
            await SetStateAsync(tx, desk, stop, isAssigned: true, now);
        }

        await RoundStore.AssignAsync(tx, round, isAssigned: true, now);
        await desk.Audit.NoteAsync(tx, actor, RoundActions.HandedOut, $"{planned.Truck.Code} {day:yyyy-MM-dd}", $"{planned.Truck.Name}，{planned.Stops.Count} 站");
        return null;
    }

    /// <summary>Takes a round back: what has no result yet is <c>booked</c> again.</summary>
    public static async Task<string?> TakeBackAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string round, Actor actor)
    {
        var (board, now) = (await OpenAsync(tx, desk, area, day), desk.Bookings.Clock.Now);
        if (board.Rounds.FirstOrDefault(r => r.Round.Id == round) is not { Round.IsAssigned: true } planned)
        {
            return "这辆车没有派出，或者刚才已被收回。";
        }

        foreach (var stop in planned.Stops.OrderBy(s => s.Reference, StringComparer.Ordinal))
        {
            await SetStateAsync(tx, desk, stop, isAssigned: false, now);
        }

        await RoundStore.AssignAsync(tx, round, isAssigned: false, now);
        await desk.Audit.NoteAsync(tx, actor, RoundActions.TakenBack, $"{planned.Truck.Code} {day:yyyy-MM-dd}", $"收回{planned.Truck.Name}的清运单");
        return null;
    }

    /// <summary>Keeps the order in which a round visits its villages as the area's.</summary>
    public static async Task<string?> SaveOrderAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, string round, Actor actor)
    {
        var board = await OpenAsync(tx, desk, area, day);
        if (board.Rounds.FirstOrDefault(r => r.Round.Id == round) is not { } planned)
        {
            return "刚才有别人改过，这张清运单不在了。";
        }

        await VillageOrderStore.SaveAsync(tx, area.Code, board.Order.LearnFrom(planned.Stops.Select(s => s.Village)));
        await desk.Audit.NoteAsync(tx, actor, RoundActions.OrderSaved, area.Code, $"按{planned.Truck.Name} {day:yyyy-MM-dd} 的走法保存{area.Name}的村序");
        return null;
    }

    private static async Task<DayRounds> OpenAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day)
    {
        await Gate.PassAsync(tx, desk.Bookings.Database.Dialect, RoundStore.GateOf(day));
        return await DayRounds.ReadAsync(tx.Open(), desk, area, day, tx);
    }

    // The booking as it is now, and as it stays until this is done; null when it is no longer to be collected.
    private static async Task<StoredBooking?> HoldAsync(DbTransaction tx, RoundDesk desk, string reference) =>
        await BookingStore.LockAsync(tx, desk.Bookings.Database.Dialect, reference) is { State: BookingState.Booked or BookingState.Assigned } booking ? booking : null;

    private static StoredBooking? Find(DayRounds board, string reference) =>
        board.Rounds.SelectMany(r => r.Stops).Concat(board.Waiting).FirstOrDefault(b => b.Reference == reference);

    // Somebody may cancel in between: then it is in neither state, and its observer has taken it out already or will.
    private static Task<StoredBooking?> SetStateAsync(DbTransaction tx, RoundDesk desk, StoredBooking booking, bool isAssigned, DateTimeOffset now) => isAssigned
        ? desk.ChangeAsync(tx, booking, [BookingState.Booked], BookingState.Assigned, "assigned", "dispatcher", now)
        : desk.ChangeAsync(tx, booking, [BookingState.Assigned], BookingState.Booked, "unassigned", "dispatcher", now);
}
