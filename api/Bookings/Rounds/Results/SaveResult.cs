using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Pictures;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>Saves a crew's result, once, with what follows from it for the booking.</summary>
public static class SaveResult
{
    private const string NotePurpose = "round.note";

    // Any state that a result may find; which of them it may change is the rule's business.
    private static readonly string[] Any =
        [BookingState.Booked, BookingState.Assigned, BookingState.Postponed, BookingState.Cancelled, BookingState.Collected, BookingState.PartlyCollected, BookingState.NotCollected];

    /// <summary>Saves it; the result as it is kept now, or why it is refused. A result that arrived before is answered as it was then.</summary>
    public static async Task<Outcome<StoredResult>> RunAsync(RoundDesk desk, string crew, CrewResult result, Picture? photo, CancellationToken cancellationToken)
    {
        var outcome = await desk.Bookings.Database.WriteAsync(tx => SaveAsync(tx, desk, crew, result, photo), cancellationToken);
        await desk.Bookings.Cache.ForgetAsync(cancellationToken); // it may have freed a place on another day
        return outcome;
    }

    /// <summary>The note again; null for none.</summary>
    public static string? NoteOf(RoundDesk desk, StoredResult result) => result.Secret is { } secret ? desk.Bookings.Secrets.Open<string>(secret, NotePurpose) : null;

    private static async Task<Outcome<StoredResult>> SaveAsync(DbTransaction tx, RoundDesk desk, string crew, CrewResult result, Picture? photo)
    {
        var (connection, dialect) = (tx.Open(), desk.Bookings.Database.Dialect);
        if (await CrewTrucks.OfAsync(connection, crew, tx) is not { } truck)
        {
            return RoundRefusals.WithoutTruck();
        }

        if (await BookingStore.LockAsync(tx, dialect, result.Reference) is not { } booking)
        {
            return RoundRefusals.Foreign();
        }

        if (await ResultStore.FindAsync(connection, result.Id, tx) is { } arrived)
        {
            return arrived.By == crew && arrived.Reference == result.Reference ? arrived : RoundRefusals.Foreign();
        }

        var stop = (await RoundStore.OfBookingAsync(connection, result.Reference, tx)).FirstOrDefault(s => s.Round.Id == result.Round && s.Round.Truck == truck);
        if (stop is null)
        {
            return RoundRefusals.Foreign();
        }

        var facts = await FactsAsync(tx, booking, stop, result);
        var verdict = ResultRule.Decide(facts);
        var now = desk.Bookings.Clock.Now;
        var kept = new StoredResult(result.Id, result.Reference, stop.Round.Id, truck, stop.Round.Day, result.Result, result.Reason, result.HappenedAt, now, crew,
            verdict switch { Verdict.Replaced => "replaced", _ when verdict.IsDiscrepancy() => "discrepancy", _ => "stands" }, verdict.Code(), null,
            result.Note is { } note ? desk.Bookings.Secrets.Seal(note, NotePurpose) : null, photo?.Turn);
        await ApplyAsync(tx, desk, booking, stop, kept);
        await ResultStore.InsertAsync(tx, kept, stop.Round.Area);
        await LoadStore.InsertAsync(tx, result);
        if (photo is not null)
        {
            await ResultStore.InsertPhotoAsync(tx, result.Id, new ResultPhoto(photo.MediaType, photo.Turn, desk.Bookings.Secrets.SealPhoto(photo.Bytes)));
        }

        return kept;
    }

    private static async Task<ResultFacts> FactsAsync(DbTransaction tx, StoredBooking booking, RoundStop stop, CrewResult result)
    {
        var cancelled = await tx.Open().ExecuteScalarAsync<long?>(
            "SELECT MAX(at) FROM booking_history WHERE reference = @Reference AND what = 'cancelled'", new { booking.Reference }, tx);
        var standing = await ResultStore.StandingAsync(tx.Open(), booking.Reference, tx);
        return new ResultFacts(result.HappenedAt, stop.Round.Day, booking.State, booking.Slot.Date,
            cancelled is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, stop.LeftAt, standing?.HappenedAt);
    }

    private static async Task ApplyAsync(DbTransaction tx, RoundDesk desk, StoredBooking booking, RoundStop stop, StoredResult kept)
    {
        if (kept.Standing == "discrepancy")
        {
            var counted = await BookingStore.CountAsync(tx, booking, kept.ReceivedAt);
            await desk.Bookings.Changes.NoteAsync(tx, new BookingChange(booking, counted, "discrepancy", "crew", kept.HappenedAt, kept.Discrepancy));
            return;
        }

        if (kept.Standing != "stands")
        {
            return;
        }

        await ResultStore.ReplaceAsync(tx, booking.Reference);
        await desk.ChangeAsync(tx, booking, Any, kept.Result, kept.Result, "crew", kept.HappenedAt, kept.Reason);
        if (stop.LeftAt is not null)
        {
            await RoundStore.LeaveAsync(tx, booking.Reference, kept.ReceivedAt); // no other crew drives there
        }

        // It had been moved to another day meanwhile, and was collected before: the place there is free again.
        if (BookingState.IsOpen(booking.State) && booking.Slot.Date != stop.Round.Day)
        {
            await SlotStore.ReleaseAsync(tx, booking.Place);
        }
    }
}
