using Jizhou.Public.Api.Places.Import.Decoding;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Places.Import.Templates;

/// <summary>
/// GET /api/v1/places/import-template.csv and .xlsx — an empty table whose headers the import knows: GB18030 for Excel in China, and a workbook with lists
/// to choose from and a second sheet that explains every column.
/// </summary>
public static class GetTemplate
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the operations.</summary>
    public static void Map(IEndpointRouteBuilder places)
    {
        places.MapGet("/import-template.csv", Csv).WithName("GetImportTemplateCsv").Produces<string>(200, "text/csv");
        places.MapGet("/import-template.xlsx", Workbook).WithName("GetImportTemplateXlsx").Produces<string>(200, Xlsx);
    }

    /// <summary>The empty table as CSV in GB18030.</summary>
    private static FileContentHttpResult Csv(ContentFolder content)
    {
        var text = string.Join(',', TemplateColumns.Of(content.Places).Select(column => column.Header)) + "\r\n";
        return TypedResults.File(Encodings.Gb18030().Encoding.GetBytes(text), "text/csv; charset=gb18030; header=present", "places-template.csv");
    }

    /// <summary>The empty table as a workbook.</summary>
    private static FileContentHttpResult Workbook(ContentFolder content)
    {
        var columns = TemplateColumns.Of(content.Places);
        var table = new XlsxSheet("回收点", [[.. columns.Select(column => column.Header)]], [.. columns.Select(column => Math.Max(12, column.Header.Length * 3))])
        {
            Choices = [.. columns.Select((column, i) => (column.Choices, i)).Where(one => one.Choices is not null).Select(one => new XlsxChoices(one.i, one.Choices!))],
        };
        var help = new XlsxSheet(
            "填写说明",
            [["列", "怎么填", "可以选的词"], .. columns.Select(column => (IReadOnlyList<string>)[column.Header, column.Help, string.Join("、", column.Choices ?? [])])],
            [16, 60, 60]);
        return TypedResults.File(XlsxFile.Write(table, help), Xlsx, "places-template.xlsx");
    }
}
