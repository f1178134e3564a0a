using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>GET and POST /console/rounds/crews/ — which account of a crew drives which vehicle.</summary>
public static class SetCrews
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var crews = app.MapGroup("/console/rounds/crews").ExcludeFromDescription().RequireRole(RoundRoles.Makers).ChecksForms();
        crews.MapGet("/", ShowAsync);
        crews.MapPost("/", SetAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, RoundDesk desk, OperatorStore operators, CancellationToken cancellationToken) =>
        ConsolePage.Show<CrewsPage>(http, new Dictionary<string, object?>
        {
            ["Crews"] = (await operators.ListAsync(cancellationToken)).Where(o => o.Role == Roles.Crew).Select(o => o.Name).ToList(),
            ["Trucks"] = desk.Bookings.Facts.Book.Rounds.Trucks,
            ["Set"] = await desk.Bookings.Database.ReadAsync(CrewTrucks.AllAsync, cancellationToken),
        });

    private static async Task<IResult> SetAsync(HttpContext http, RoundDesk desk, OperatorStore operators, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (name, truck) = (form["name"].ToString(), desk.Bookings.Facts.Book.Rounds.Truck(form["truck"].ToString()));
        if ((await operators.FindAsync(name, cancellationToken))?.Role == Roles.Crew)
        {
            var actor = Actor.Of(http.User);
            await desk.Bookings.Database.WriteAsync(async tx =>
            {
                await CrewTrucks.SetAsync(tx, OperatorStore.Normalise(name), truck?.Code, desk.Bookings.Clock.Now);
                await desk.Audit.NoteAsync(tx, actor, RoundActions.CrewSet, name, truck is null ? "不再配车" : $"配车：{truck.Name}");
            }, cancellationToken);
        }

        return TypedResults.LocalRedirect("/console/rounds/crews/");
    }
}
