using System.Globalization;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>POST /console/imports/{id}/apply/ — imports what the report showed.</summary>
public static class ApplyUpload
{
    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder imports) => imports.MapPost("/{id:length(24)}/apply/", HandleAsync);

    /// <summary>Imports once, however often the button is pressed; a wrong number of removals is told on the report.</summary>
    public static async Task<IResult> HandleAsync(string id, HttpContext http, UploadDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } upload)
        {
            return ShowUpload.Gone(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        int? removals = int.TryParse(form["removals"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        desk.TryImport(upload, Actor.Of(http.User), form["expected"].ToString(), removals);
        await desk.SettleAsync(upload, cancellationToken);
        return TypedResults.LocalRedirect(ShowUpload.Address(upload));
    }
}
