using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Exports;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>GET /api/v1/coverage.csv — the same as a table: a row a township, a column a kind.</summary>
public static class ExportCoverageCsv
{
    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>true: begin with a byte order mark, so that older Excel reads Chinese.</summary>
        [FromQuery(Name = "bom")]
        public bool? Bom { get; init; }
    }

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/coverage.csv", Handle).WithName("ExportCoverageCsv").Produces<string>(200, "text/csv");

    /// <summary>How well every township is covered, as CSV.</summary>
    private static async Task Handle([AsParameters] Request request, HttpContext context, CurrentCoverage coverage)
    {
        var now = coverage.Now();
        if (ConditionalGet.IsHeldByClient(context, $"{now.Version}-coverage-csv{(request.Bom == true ? "-bom" : "")}"))
        {
            return;
        }

        var kinds = now.Places.Words.Vocabulary.Kinds;
        var text = new StringBuilder(request.Bom == true ? "\uFEFF" : "");
        ExportCsv.AppendLine(text,
        [
            "township", "name", "places", .. kinds.Select(kind => kind.Code), "villages", "villagesWithout", "areaKm2", "people", "peoplePerPlace", "placesPerKm2",
            "positionedVillages", "farthestMetres", "missing", "sample",
        ]);
        foreach (var one in now.Townships)
        {
            ExportCsv.AppendLine(text,
            [
                one.Township.Code, ExportCsv.Safe(one.Township.Name), Text(one.Places), .. kinds.Select(kind => Text(one.ByKind.GetValueOrDefault(kind.Code))),
                Text(one.Villages), Text(one.Without.Count), Text(one.AreaKm2), Text(one.People), Text(one.PeoplePerPlace), Text(one.PlacesPerKm2),
                Text(one.PositionedVillages), Text(one.FarthestMetres), string.Join(' ', one.Missing), now.Places.HasSamples ? "true" : "false",
            ]);
        }

        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = "attachment; filename=coverage.csv";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
    }

    private static string Text<T>(T? number)
        where T : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
