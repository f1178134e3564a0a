using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Exports;

/// <summary>GET /api/v1/places.csv — all standing places as RFC 4180 CSV in UTF-8; safe to open in a spreadsheet.</summary>
public static class ExportCsv
{
    private const int FlushCharacters = 16 * 1024;

    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>true: begin with a byte order mark, so that older Excel reads Chinese.</summary>
        [FromQuery(Name = "bom")]
        public bool? Bom { get; init; }
    }

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/places.csv", Handle).WithName("ExportPlacesCsv").Produces<string>(200, "text/csv");

    /// <summary>All standing places as CSV.</summary>
    private static async Task Handle([AsParameters] Request request, HttpContext context, CurrentPlaces places)
    {
        var snapshot = places.Snapshot;
        if (ConditionalGet.IsHeldByClient(context, $"{snapshot.Version}-csv{(request.Bom == true ? "-bom" : "")}"))
        {
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = "attachment; filename=places.csv";
        var text = new StringBuilder(request.Bom == true ? "\uFEFF" : "");
        AppendLine(text, ["id", "lng", "lat", .. ExportColumns.All.Select(column => column.Name)]);
        foreach (var entry in snapshot.Places)
        {
            AppendLine(text,
            [
                Safe(entry.Place.Id), Number(entry.Position?.Lng), Number(entry.Position?.Lat),
                .. ExportColumns.All.Select(column => Safe(column.Text(entry, snapshot.Words))),
            ]);
            if (text.Length > FlushCharacters)
            {
                await SendAsync(context, text);
            }
        }

        await SendAsync(context, text);
    }

    /// <summary>
    /// A text that begins like a formula gets an apostrophe in front, which spreadsheets hide; so does one that begins with an apostrophe and such a
    /// sign, so that the import can take exactly one away again.
    /// </summary>
    internal static string Safe(string? text) => text is { Length: > 0 } && FormulaMarks.Begin(text) ? "'" + text : text ?? "";

    /// <summary>Adds a line; cells with comma, quote or line break are quoted.</summary>
    internal static void AppendLine(StringBuilder text, IReadOnlyList<string> cells) => text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static async Task SendAsync(HttpContext context, StringBuilder text)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
        text.Clear();
    }
}
