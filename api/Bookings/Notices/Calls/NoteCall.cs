using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>POST /console/calls/{number}/ — keeps the result of a call. Also for a call that is done already, to mend a slip of the finger.</summary>
public static class NoteCall
{
    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/console/calls/{number:long}/", HandleAsync)
        .ExcludeFromDescription().RequireRole(CallRoles.Callers).ChecksForms();

    /// <summary>Goes back to the sheet as it was filtered; a result that is none changes nothing.</summary>
    public static async Task<IResult> HandleAsync(long number, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var result = form["result"].ToString();
        if (CallResult.Names.ContainsKey(result))
        {
            await desk.Database.WriteAsync(async tx => await CallStore.NoteAsync(tx, number, result, Actor.Of(http.User).Name, desk.Clock.Now), cancellationToken);
        }

        return TypedResults.LocalRedirect("/console/calls/" + new CallFilter(desk.Facts.Book.Area(form["area"].ToString())?.Code ?? "", 1).Query(1));
    }
}
