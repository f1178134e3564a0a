using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings.Rounds.Crew;

/// <summary>
/// GET /console/round/ — a crew's own round of today, with phones and addresses: the server's clock decides, not the phone's. Works without scripts;
/// with them it can be taken along (see the README). GET /console/round/shell/ is the same page without the round, for the phone to keep.
/// </summary>
public static class ShowRound
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/console/round/";

    /// <summary>The address of the page without a round.</summary>
    public const string Shell = Path + "shell/";

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => ShowAsync(http, desk, null, cancellationToken)).ExcludeFromDescription().RequireRole(Roles.Crew);
        app.MapGet(Shell, static IResult () => new RazorComponentResult<RoundShell>()).ExcludeFromDescription(); // nobody's data stands in it
    }

    /// <summary>The page, with what was not saved just now.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, RoundDesk desk, string? problem, CancellationToken cancellationToken)
    {
        var (name, today, book) = (http.User.Identity?.Name ?? "", desk.Bookings.Clock.Today, desk.Bookings.Facts.Book);
        var (truck, round, stops, loads) = await desk.Bookings.Database.ReadAsync(async connection =>
        {
            var own = await CrewTrucks.OfAsync(connection, name);
            var mine = (await RoundStore.BetweenAsync(connection, today, today)).FirstOrDefault(r => r.IsAssigned && r.Truck == own);
            if (mine is null || book.Area(mine.Area) is not { } area)
            {
                return (own, default(Round), (IReadOnlyList<StopView>)[], (IReadOnlyList<LoadLine>)[]);
            }

            var results = (await ResultStore.OfDayAsync(connection, today)).Where(r => r.Standing == "stands").ToDictionary(r => r.Reference, StringComparer.Ordinal);
            var planned = (await DayRounds.ReadAsync(connection, desk, area, today)).Rounds.First(r => r.Round.Id == mine.Id);
            IReadOnlyList<StopView> views = [.. planned.Stops.Select(s => StopView.Of(s, desk, isOpen: true, results.GetValueOrDefault(s.Reference)))];
            IReadOnlyList<LoadLine> tipped = [.. (await LoadStore.OfDayAsync(connection, today)).Where(l => l.IsTipped && l.Round == mine.Id)];
            return (own, mine, views, tipped);
        }, cancellationToken);
        return ConsolePage.Show<RoundPage>(http, new Dictionary<string, object?>
        {
            ["Day"] = today,
            ["Truck"] = truck is null ? null : book.Rounds.Truck(truck)?.Name ?? truck,
            ["Round"] = round,
            ["Stops"] = stops,
            ["Loads"] = loads,
            ["Book"] = book.Rounds,
            ["Problem"] = problem,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
