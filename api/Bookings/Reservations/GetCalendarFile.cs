using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings/{reference}/ics — the pickup as a calendar entry (RFC 5545), without personal data.</summary>
public static class GetCalendarFile
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/{reference}/ics", HandleAsync)
        .WithName(nameof(GetCalendarFile)).WithSummary("日历文件")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<string>(StatusCodes.Status200OK, "text/calendar").ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. A change raises SEQUENCE under the same UID, a cancellation says STATUS:CANCELLED.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var booking = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        return booking is null
            ? BookingRefusals.NoSuchBooking().ToProblem()
            : TypedResults.File(Encoding.UTF8.GetBytes(Write(booking, desk, now)), "text/calendar; charset=utf-8", "pickup.ics");
    }

    /// <summary>The file. The UID is a keyed hash, so that the file opens nothing.</summary>
    public static string Write(StoredBooking booking, BookingDesk desk, DateTimeOffset now)
    {
        var window = desk.Facts.Book.Rules.Window(booking.Slot.Window);
        var sample = desk.Facts.Book.Rules.Sample;
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jizhou.Public//bulky pickup//ZH", "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{desk.Secrets.Key("ics", booking.Reference)[..32]}@jizhou-public",
            $"SEQUENCE:{booking.Sequence}",
            $"STATUS:{(booking.State == BookingState.Cancelled ? "CANCELLED" : "CONFIRMED")}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(JizhouClock.At(booking.Slot.Date, window?.StartsAt ?? default))}",
            $"DTEND:{Utc(JizhouClock.At(booking.Slot.Date, window?.EndsAt ?? new TimeOnly(23, 59)))}",
            $"SUMMARY:大件上门收运{(sample ? "（演示，不会真的来车）" : "")} {booking.Label}",
            $"DESCRIPTION:请把“{booking.Label}”写在物品上，按时放到路边。",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Fold));
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545 3.1: no line longer than 75 octets; a continuation begins with a space.
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
