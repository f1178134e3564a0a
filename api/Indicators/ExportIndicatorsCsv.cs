using Jizhou.Public.Api.Indicators.Formats;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Indicators;

/// <summary>GET /indicators.csv — the ten indicators as one table.</summary>
public static class ExportIndicatorsCsv
{
    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder v1) => v1.MapGet("/indicators.csv", Handle)
        .Produces<string>(200, "text/csv");

    /// <summary>十项指标的 CSV</summary>
    /// <remarks>RFC 4180，UTF-8；bom=true 加字节序标记，给需要它的表格软件。可能被当成公式的文字前加撇号。</remarks>
    public static FileContentHttpResult Handle(ContentFolder content, bool bom = false) =>
        IndicatorCsv.Of(content.Indicators).ToFile("indicators.csv", bom);
}
