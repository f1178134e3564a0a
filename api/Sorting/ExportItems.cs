using Jizhou.Public.Api.Platform.Formats;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Sorting;

/// <summary>GET /sorting/items.json and /sorting/items.csv — the whole dictionary in one answer.</summary>
public static class ExportItems
{
    /// <summary>The whole dictionary, in the order of pinyin.</summary>
    public sealed record Response(int Count, IReadOnlyList<ItemAnswer> Items);

    /// <summary>Maps the operations.</summary>
    public static void Map(RouteGroupBuilder sorting)
    {
        sorting.MapGet("/items.json", Json).WithName("ExportItemsJson");
        sorting.MapGet("/items.csv", Csv).WithName("ExportItemsCsv").Produces<string>(200, "text/csv");
    }

    /// <summary>整本物品词典（JSON）</summary>
    /// <remarks>每样东西都带 basis、confidence 和 citations；和 /sorting/items 逐页取到的内容相同。</remarks>
    public static Ok<Response> Json(SortingSnapshot snapshot) =>
        TypedResults.Ok(new Response(snapshot.Items.Count, [.. snapshot.ByPinyin.Select(place => snapshot.Items[place])]));

    /// <summary>整本物品词典（CSV）</summary>
    /// <remarks>RFC 4180，UTF-8；aliases、materials、citations 里用分号隔开；bom=true 加字节序标记，给需要它的表格软件。</remarks>
    public static FileContentHttpResult Csv(SortingSnapshot snapshot, bool bom = false)
    {
        var table = new CsvText("id", "name", "aliases", "category", "categoryName", "confidence", "basis", "basisName", "reason", "prepare", "tricky",
            "howToHandOver", "materials", "bookable", "citations", "checkedOn");
        foreach (var item in snapshot.ByPinyin.Select(place => snapshot.Items[place]))
        {
            table.Row(item.Id, item.Name, string.Join(';', item.Aliases), item.Category, item.CategoryName, item.Confidence.ToString().ToLowerInvariant(), item.Basis,
                item.BasisName, item.Reason, item.Prepare, item.Tricky, item.NextStep.Advice, string.Join(';', item.NextStep.Places?.Materials ?? []),
                item.NextStep.Booking.Bookable, string.Join(';', item.Citations.Select(c => c.Label)), item.CheckedOn);
        }

        return table.ToFile("sorting-items.csv", bom);
    }
}
