using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Prices;

/// <summary>GET /prices.csv — the same as one table.</summary>
public static class ExportPricesCsv
{
    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder v1) => v1.MapGet("/prices.csv", HandleAsync).Produces<string>(200, "text/csv");

    /// <summary>回收价格参考的 CSV</summary>
    /// <remarks>RFC 4180，UTF-8；bom=true 加字节序标记。没有公布的只有表头。可能被当成公式的文字前加撇号。</remarks>
    public static async Task<FileContentHttpResult> HandleAsync(PriceStore store, ContentFolder content, JizhouClock clock, CancellationToken cancellationToken, bool bom = false)
    {
        var table = new CsvText("material", "materialName", "quality", "unit", "lowFen", "highFen", "place", "date", "source", "state");
        foreach (var item in (await store.AllAsync(cancellationToken)).Select(known => ListPrices.ItemOf(known.Price, content.Places, clock.Today)))
        {
            table.Row(item.Material, item.MaterialName, item.Quality, item.Unit, item.LowFen, item.HighFen, item.Place, item.Date, item.Source, item.State);
        }

        return table.ToFile("prices.csv", bom);
    }
}
