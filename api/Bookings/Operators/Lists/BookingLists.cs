using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Operators.Lists;

/// <summary>A line of a list: personal data masked.</summary>
/// <param name="Reference">The booking.</param>
/// <param name="Label">What stands on the item.</param>
/// <param name="Slot">When.</param>
/// <param name="Village">12-digit code.</param>
/// <param name="Items">What, in words.</param>
/// <param name="CubicMetres">Volume.</param>
/// <param name="Class">Who books.</param>
/// <param name="Access">How near a truck comes.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="State">Its state.</param>
/// <param name="Truck">The vehicle whose round it is in; null when in none.</param>
/// <param name="Phone">Masked phone; 已删除 once erased.</param>
public sealed record BookingLine(string Reference, string Label, SlotId Slot, string Village, string Items, decimal CubicMetres, string Class, string Access,
    string Channel, string State, string? Truck, string Phone)
{
    /// <summary>Where the page ends when this is its last line.</summary>
    public ListEnd End => new(SlotStore.Day(Slot.Date), Label, Reference);
}

/// <summary>The SQL of the operators' lists. Phones are found by keyed hash, nothing is decrypted to search.</summary>
public static class BookingLists
{
    private const string Select = """
        SELECT b.reference AS Reference, b.label AS Label, b.slot AS Slot, b.village AS Village, b.quote AS Quote, b.class AS Class, b.access AS Access,
               b.channel AS Channel, b.state AS State, r.truck AS Truck, b.secret AS Secret
        """ + From;

    private const string From = " " + """
        FROM booking b LEFT JOIN round_stop s ON s.reference = b.reference AND s.left_at IS NULL LEFT JOIN pickup_round r ON r.round = s.round
        """;

    private const string WithinReach =
        "(@reach = '' OR @reach LIKE '%,' || b.village || ',%' OR @reach LIKE '%,' || substr(b.village, 1, 9) || ',%')";

    private const string Where = """
         WHERE b.day >= @from AND b.day <= @to
          AND (b.day > @afterDay OR (b.day = @afterDay AND (b.label > @afterLabel OR (b.label = @afterLabel AND b.reference > @afterReference))))
          AND (@area = '' OR b.area = @area) AND b.village LIKE @place AND (@service = '' OR ',' || b.services || ',' LIKE @service)
          AND (@booker = '' OR b.class = @booker) AND (@state = '' OR b.state = @state) AND (@channel = '' OR b.channel = @channel)
          AND (@truck = '' OR r.truck = @truck)
          AND (@only <> 'unassigned' OR (b.state IN ('booked', 'assigned', 'postponed') AND s.reference IS NULL))
          AND (@only <> 'overdue' OR (b.state IN ('booked', 'assigned', 'postponed') AND b.day < @today))
          AND
        """ + " " + WithinReach;

    private const string Filtered = Select + Where + " ORDER BY b.day, b.label, b.reference LIMIT @count";

    private const string Summed = """
        SELECT CAST(COALESCE(SUM(CASE WHEN b.state <> 'cancelled' THEN 1 ELSE 0 END), 0) AS bigint) AS Open,
               CAST(COALESCE(SUM(CASE WHEN b.state <> 'cancelled' THEN b.litres ELSE 0 END), 0) AS bigint) AS Litres,
               CAST(COALESCE(SUM(CASE WHEN b.state = 'cancelled' THEN 1 ELSE 0 END), 0) AS bigint) AS Cancelled
        """ + From + Where;

    private const string Found = Select + " WHERE (b.reference = @reference OR b.label = @label OR b.phone_key = @phoneKey) AND " + WithinReach
        + " ORDER BY b.day DESC, b.label LIMIT 50";

    /// <summary>At most so many bookings that pass the filter, by day and label.</summary>
    public static async Task<IReadOnlyList<BookingLine>> FilterAsync(BookingFilter filter, DeskReach reach, int count, BookingDesk desk, CancellationToken cancellationToken)
    {
        var rows = await desk.Database.ReadAsync(c => c.QueryAsync<Row>(Filtered, filter.Values(reach, desk.Clock.Today, count)), cancellationToken);
        return [.. rows.Select(row => row.ToLine(desk.Secrets))];
    }

    /// <summary>What passes the filter, on all pages together.</summary>
    public static Task<ListSum> SumAsync(BookingFilter filter, DeskReach reach, BookingDesk desk, CancellationToken cancellationToken) =>
        desk.Database.ReadAsync(c => c.QuerySingleAsync<ListSum>(Summed, (filter with { After = null }).Values(reach, desk.Clock.Today, 0)), cancellationToken);

    /// <summary>Bookings with this reference, label or keyed hash of a phone, the latest first; what is blank finds nothing.</summary>
    public static async Task<IReadOnlyList<BookingLine>> FindAsync(string reference, string label, string phoneKey, DeskReach reach, BookingDesk desk, CancellationToken cancellationToken)
    {
        var values = new { reference, label, phoneKey = phoneKey.Length == 0 ? "-" : phoneKey, reach = reach.Written }; // an erased booking's key is blank
        var rows = await desk.Database.ReadAsync(c => c.QueryAsync<Row>(Found, values), cancellationToken);
        return [.. rows.Select(row => row.ToLine(desk.Secrets))];
    }

    /// <summary>What happened to a booking, the first first.</summary>
    public static async Task<IReadOnlyList<BookingEvent>> HistoryAsync(DbConnection connection, string reference) => [.. await connection.QueryAsync<BookingEvent>(
        "SELECT at AS At, what AS What, by_whom AS ByWhom, slot AS Slot, reason AS Reason FROM booking_history WHERE reference = @reference ORDER BY sequence", new { reference })];

    private sealed record Row(string Reference, string Label, string Slot, string Village, string Quote, string Class, string Access, string Channel, string State,
        string? Truck, byte[]? Secret)
    {
        public BookingLine ToLine(BookingSecrets secrets) => new(Reference, Label, SlotId.TryParse(Slot, out var slot) ? slot : throw new InvalidDataException($"broken slot id {Slot}"),
            Village, DeskWords.Items(Quote), DeskWords.Read(Quote).CubicMetres, Class, Access, Channel, State, Truck,
            Secret is null ? "已删除" : PhoneNumber.FromStored(secrets.Open<Personal>(Secret, BookingSecrets.PersonalData).Phone).Masked);
    }
}

/// <summary>How much a list holds.</summary>
/// <param name="Open">Bookings that are not cancelled.</param>
/// <param name="Litres">Their volume.</param>
/// <param name="Cancelled">Cancelled ones.</param>
public sealed record ListSum(long Open, long Litres, long Cancelled);

/// <summary>A line of a booking's history.</summary>
/// <param name="At">Milliseconds since 1970.</param>
/// <param name="What">What happened.</param>
/// <param name="ByWhom">Who did it.</param>
/// <param name="Slot">Its slot after that.</param>
/// <param name="Reason">Code of why.</param>
public sealed record BookingEvent(long At, string What, string ByWhom, string Slot, string? Reason);
