using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>A booking within the reach of whoever asks; every page and form about one booking opens it here.</summary>
/// <param name="Stored">The booking.</param>
/// <param name="Reach">What the operator may see.</param>
public sealed record DeskBooking(StoredBooking Stored, DeskReach Reach)
{
    /// <summary>Where its page is.</summary>
    public string Address => $"/console/bookings/{Stored.Reference}/";

    /// <summary>Personal data; null once erased.</summary>
    public Personal? PersonalOf(BookingDesk desk) => Stored.Secret is { } secret ? desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData) : null;

    /// <summary>The booking of an address of the console; null when there is none or it lies outside the reach, which are not told apart.</summary>
    public static async Task<DeskBooking?> FindAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var villages = http.RequestServices.GetRequiredService<OperatorVillages>();
        var reach = await DeskReach.OfAsync(http.User, villages, cancellationToken);
        var booking = SpokenNumber.TryParse(reference, out var number)
            ? await desk.Database.ReadAsync(c => BookingStore.FindAsync(c, number.Text), cancellationToken)
            : null;
        return booking is not null && reach.Holds(booking.Village) ? new DeskBooking(booking, reach) : null;
    }

    /// <summary>The page that says there is no such booking.</summary>
    public static IResult Missing(HttpContext http) => ConsolePage.Show<MissingPage>(http, new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
