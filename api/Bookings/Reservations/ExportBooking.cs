using System.Data.Common;
using System.Text.Json;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings/{reference}/export — everything that is kept of a booking, in clear, for its resident.</summary>
public static class ExportBooking
{
    /// <summary>Everything that is kept.</summary>
    /// <param name="ExportedAt">When this was written.</param>
    /// <param name="Reference">The number to keep.</param>
    /// <param name="Label">What stands on the item.</param>
    /// <param name="Phone">The phone number in full.</param>
    /// <param name="Name">Name, if given.</param>
    /// <param name="Village">Village.</param>
    /// <param name="Address">Address inside the village.</param>
    /// <param name="Note">Note for the crew.</param>
    /// <param name="Access">How near a truck comes.</param>
    /// <param name="Floor">Floor, if told.</param>
    /// <param name="Lift">Lift, if told.</param>
    /// <param name="Class">Who books.</param>
    /// <param name="Channel">web, phone or agent.</param>
    /// <param name="Slot">When.</param>
    /// <param name="PostponedFrom">The day that was called off.</param>
    /// <param name="State">State.</param>
    /// <param name="StateBy">Who brought it there.</param>
    /// <param name="Reason">Code of why.</param>
    /// <param name="Quote">What is collected, volume and fee.</param>
    /// <param name="BookedAt">When it was confirmed.</param>
    /// <param name="History">What happened.</param>
    /// <param name="Missed">Reports of missed pickups.</param>
    /// <param name="Results">What crews reported.</param>
    /// <param name="Notices">What was told.</param>
    /// <param name="KeptUntil">The day on which the personal part is erased by itself.</param>
    /// <param name="Sample">True while this is a demonstration.</param>
    public sealed record Response(DateTimeOffset ExportedAt, string Reference, string Label, string? Phone, string? Name, VillageName? Village, string? Address, string? Note,
        string Access, int? Floor, bool? Lift, string Class, string Channel, SlotView Slot, DateOnly? PostponedFrom, string State, string StateBy, string? Reason,
        Quote Quote, DateTimeOffset BookedAt, IReadOnlyList<HistoryEntry> History, IReadOnlyList<MissedTrace> Missed, IReadOnlyList<ResultTrace> Results,
        IReadOnlyList<NoticeTrace> Notices, DateOnly KeptUntil, bool Sample);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/{reference}/export", HandleAsync)
        .WithName(nameof(ExportBooking)).WithSummary("下载自己的数据")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. Keyed hashes and tokens are kept too; they are random to everybody but us and are left out.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (now, token) = (desk.Clock.Now, ManageToken.Of(http.Request));
        var found = await desk.Database.ReadAsync(
            async c => await TokenStore.OpenAsync(c, reference, token, now) is { } booking ? await ReadAsync(c, booking, desk, now) : null, cancellationToken);
        return found is null ? BookingRefusals.NoSuchBooking().ToProblem() : TypedResults.Ok(found);
    }

    private static async Task<Response> ReadAsync(DbConnection connection, StoredBooking booking, BookingDesk desk, DateTimeOffset now)
    {
        var (facts, secrets) = (desk.Facts, desk.Secrets);
        var personal = booking.Secret is { } secret ? secrets.Open<Personal>(secret, BookingSecrets.PersonalData) : null;
        var village = facts.Geo.Village(booking.Village);
        return new Response(now, SpokenNumber.FromStored(booking.Reference).ToString(), booking.Label, personal?.Phone, personal?.Name,
            village is null ? null : new VillageName(village.Code, village.Label), personal?.Address, personal?.Note, booking.Access, personal?.Floor, personal?.Lift,
            booking.Class, booking.Channel, SlotView.Of(booking.Slot, facts), booking.PostponedFrom, booking.State, booking.StateBy, booking.Reason,
            JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!, booking.CreatedAt.ToOffset(JizhouClock.Offset),
            await BookingHistory.ReadAsync(connection, booking.Reference, facts), await BookingTraces.MissedAsync(connection, booking.Reference, secrets),
            await BookingTraces.ResultsAsync(connection, booking.Reference, secrets),
            await BookingTraces.NoticesAsync(connection, booking.Reference), booking.Slot.Date.AddDays(facts.Book.Rules.KeepDays), facts.Book.Rules.Sample);
    }
}
