using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>GET and POST /console/imports/undo/ — takes the last import back, after asking once.</summary>
public static class UndoLastImport
{
    /// <summary>Maps question and form.</summary>
    public static void Map(IEndpointRouteBuilder imports)
    {
        imports.MapGet("/undo/", (HttpContext http, ImportStore store, CancellationToken cancellationToken) => ShowAsync(http, store, false, cancellationToken));
        imports.MapPost("/undo/", HandleAsync);
    }

    /// <summary>Takes back the import that was shown; when another came in between, it asks again.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, ImportStore store, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var shown = long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return await store.UndoAsync(Actor.Of(http.User), shown, cancellationToken) is null
            ? await ShowAsync(http, store, true, cancellationToken)
            : TypedResults.LocalRedirect("/console/imports/?undone=1");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ImportStore store, bool hasChanged, CancellationToken cancellationToken) =>
        ConsolePage.Show<UndoPage>(http, new Dictionary<string, object?> { ["Last"] = await store.LastAsync(cancellationToken), ["HasChanged"] = hasChanged },
            hasChanged ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
}
