using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings/lookup — a booking by its reference and the last four digits of the phone.</summary>
public static class LookUpBooking
{
    /// <summary>What the resident knows. In the body, so that it stands in no URL and no log.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>The reference, in any spelling.</summary>
        public required string Reference { get; init; }

        /// <summary>The last four digits of the phone.</summary>
        public required string PhoneEnding { get; init; }
    }

    /// <summary>The booking and a fresh right to change it.</summary>
    /// <param name="Booking">The booking.</param>
    /// <param name="ManageToken">Goes into <c>Authorization: Manage …</c>.</param>
    /// <param name="ExpiresAt">Until when the token holds.</param>
    public sealed record Response(BookingView Booking, string ManageToken, DateTimeOffset ExpiresAt);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/lookup", HandleAsync)
        .WithName(nameof(LookUpBooking)).WithSummary("按编号和电话后四位查预约")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>A wrong reference and a wrong phone are answered alike, after the same work.</summary>
    public static async Task<IResult> HandleAsync(Request request, HttpContext http, BookingDesk desk, FailedLookups failed, CancellationToken cancellationToken)
    {
        if (PhoneNumber.ParseEnding(request.PhoneEnding) is not { } ending)
        {
            return BookingRefusals.Fields([new("phoneEnding", "phone_ending_invalid", "请写电话号码的后四位数字。")]).ToProblem();
        }

        var client = desk.Secrets.Key("client", ClientLimits.ClientOf(http));
        _ = SpokenNumber.TryParse(request.Reference, out var parsed);
        var reference = parsed.Text ?? "";
        if (failed.Take(client, reference) is { } wait)
        {
            return BookingRefusals.TooManyLookups(wait).ToProblem();
        }

        var wasWrong = false;
        try
        {
            var now = desk.Clock.Now;
            var booking = await desk.Database.ReadAsync(c => BookingStore.FindAsync(c, reference), cancellationToken);
            var expected = desk.Secrets.Key("ending", $"{reference}|{ending}");
            wasWrong = !IsSame(expected, booking?.EndingKey ?? new string('-', expected.Length));
            return wasWrong ? BookingRefusals.NoSuchBooking().ToProblem() : TypedResults.Ok(await OpenAsync(booking!, desk, now, cancellationToken));
        }
        finally
        {
            if (!wasWrong)
            {
                failed.GiveBack(client, reference);
            }
        }
    }

    private static async Task<Response> OpenAsync(StoredBooking booking, BookingDesk desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = ManageToken.New();
        var until = now + desk.Facts.Book.Rules.LookupFor;
        await desk.Database.WriteAsync(tx => TokenStore.InsertAsync(tx, token, booking.Reference, until), cancellationToken);
        return new Response(BookingView.Of(booking, desk, now), token, until.ToOffset(JizhouClock.Offset));
    }

    private static bool IsSame(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
