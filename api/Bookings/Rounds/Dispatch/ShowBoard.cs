using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>GET /console/rounds/{area}/{day}/ — an area's day: its vehicles with their stops, what no vehicle takes and why.</summary>
public static class ShowBoard
{
    /// <summary>A vehicle's part of the page.</summary>
    /// <param name="Round">The round; null for a vehicle that has none yet.</param>
    /// <param name="Truck">The vehicle.</param>
    /// <param name="Stops">Its stops.</param>
    /// <param name="Crew">Accounts that drive it.</param>
    public sealed record Column(Round? Round, Truck Truck, IReadOnlyList<StopView> Stops, IReadOnlyList<string> Crew)
    {
        /// <summary>Volume in a window.</summary>
        public int LitresOf(string window) => Stops.Where(s => s.Booking.Slot.Window == window).Sum(s => s.Booking.Litres);
    }

    /// <summary>A stop that waits, with the reason.</summary>
    /// <param name="Stop">The stop.</param>
    /// <param name="Why">Why no vehicle takes it, and the way out.</param>
    public sealed record Waiting(StopView Stop, string Why);

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/rounds/{area}/{day}/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) =>
        ShowAsync(area, day, http, desk, null, cancellationToken)).ExcludeFromDescription().RequireRole(RoundRoles.Readers);

    /// <summary>The page, with what was not done just now.</summary>
    public static async Task<IResult> ShowAsync(string area, string day, HttpContext http, RoundDesk desk, string? problem, CancellationToken cancellationToken)
    {
        if (desk.Bookings.Facts.Book.Area(area) is not { } served || ListRounds.DayOf(day) is not { } date)
        {
            return TypedResults.NotFound();
        }

        var isOpen = http.User.Holds(RoundRoles.Makers);
        var (columns, waiting) = await desk.Bookings.Database.ReadAsync(async connection =>
        {
            var board = await DayRounds.ReadAsync(connection, desk, served, date);
            var results = (await ResultStore.OfDayAsync(connection, date)).Where(r => r.Standing == "stands").ToDictionary(r => r.Reference, StringComparer.Ordinal);
            var crews = (await CrewTrucks.AllAsync(connection)).ToLookup(c => c.Value, c => c.Key, StringComparer.Ordinal);
            var free = await FreeAsync(connection, desk, served, date);
            return (Columns(board, desk, isOpen, results, crews, free), Waits(board, desk, isOpen, free));
        }, cancellationToken);
        return ConsolePage.Show<BoardPage>(http, new Dictionary<string, object?>
        {
            ["Area"] = served,
            ["Day"] = date,
            ["Windows"] = desk.Bookings.Facts.Book.Rules.Windows,
            ["Columns"] = columns,
            ["Waiting"] = waiting,
            ["MayChange"] = isOpen,
            ["Problem"] = problem,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // Vehicles without a round that day in any other area.
    private static async Task<IReadOnlyList<Truck>> FreeAsync(System.Data.Common.DbConnection connection, RoundDesk desk, ServiceArea area, DateOnly day)
    {
        var elsewhere = (await RoundStore.StopsAsync(connection, day, day)).Where(s => s.Round.Area != area.Code).Select(s => s.Round.Truck).ToHashSet(StringComparer.Ordinal);
        return [.. desk.Bookings.Facts.Book.Rounds.TrucksOf(area.Code).Where(t => !elsewhere.Contains(t.Code))];
    }

    private static List<Column> Columns(DayRounds board, RoundDesk desk, bool isOpen, Dictionary<string, StoredResult> results, ILookup<string, string> crews, IReadOnlyList<Truck> free)
    {
        var columns = board.Rounds.Where(r => r.Stops.Count > 0 || r.Round.IsAssigned).Select(r => new Column(r.Round, r.Truck,
            [.. r.Stops.Select(s => StopView.Of(s, desk, isOpen, results.GetValueOrDefault(s.Reference)))], [.. crews[r.Truck.Code].Order(StringComparer.Ordinal)])).ToList();
        columns.AddRange(free.Where(t => !columns.Exists(c => c.Truck.Code == t.Code)).Select(t => new Column(null, t, [], [.. crews[t.Code]])));
        return columns;
    }

    private static List<Waiting> Waits(DayRounds board, RoundDesk desk, bool isOpen, IReadOnlyList<Truck> free) => [.. board.Waiting.Select(b =>
    {
        var plan = desk.Plan(b);
        var working = free.Where(t => t.Windows.Contains(b.Slot.Window, StringComparer.Ordinal)).ToList();
        var hasRoom = working.Exists(t => VehicleRule.WhyNot(t, plan, board.Rounds.FirstOrDefault(r => r.Truck.Code == t.Code)?.Stops.Select(desk.Plan) ?? []) is null);
        var why = hasRoom ? WhyUnassigned.NotPlanned : VehicleRule.WhyNone(plan, working, [.. working.Where(t => VehicleRule.MayEnter(t, plan))]);
        return new Waiting(StopView.Of(b, desk, isOpen, null), why.Words());
    })];
}
