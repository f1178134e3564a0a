using System.Text.Json.Serialization;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Catalogue;

/// <summary>One wish of a request.</summary>
/// <param name="Code">Code of a catalogue item.</param>
/// <param name="Count">How many.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ItemWish(string Code, int Count);

/// <summary>So many of one item.</summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record ItemLine(BulkyItem Item, int Count)
{
    /// <summary>Volume of the line.</summary>
    public int Litres => Item.Litres * Count;
}

/// <summary>Turns wishes into lines that the catalogue and the limits allow; every broken rule is told at once.</summary>
public static class ItemLines
{
    /// <summary>The merged lines, in the order in which their items were first named; or what is refused, with field and way out.</summary>
    public static (IReadOnlyList<ItemLine> Lines, IReadOnlyList<FieldRefusal> Refused) Check(IReadOnlyList<ItemWish?> wishes, BulkyBook book, BookingClass booker)
    {
        if (wishes.Count == 0)
        {
            return ([], [new("items", "items_missing", "请至少选一样要收的东西。")]);
        }

        List<FieldRefusal> refused = [];
        List<ItemLine> lines = [];
        for (var i = 0; i < wishes.Count; i++)
        {
            if (wishes[i] is { } wish)
            {
                Add(wish, $"items[{i}]", book.Catalogue, booker, lines, refused);
            }
            else
            {
                refused.Add(new($"items[{i}]", FieldCodes.WrongType, "items 里的每一项应为 { code, count }。"));
            }
        }

        CheckMaxima(lines, refused);
        CheckTotals(lines, booker.Limits, refused);
        return (lines, refused);
    }

    private static void Add(ItemWish wish, string field, BulkyCatalogue catalogue, BookingClass booker, List<ItemLine> lines, List<FieldRefusal> refused)
    {
        if (catalogue.Item(wish.Code) is not { } item)
        {
            refused.Add(new($"{field}.code", "item_unknown", $"没有“{wish.Code}”这种物品，请从物品目录里选。"));
        }
        else if (booker.Refuses(item) is { Refusal: var own })
        {
            refused.Add(new($"{field}.code", "item_refused_for_class", $"{booker.Name}不能预约{item.Name}：{own.Reason}{own.GoTo}"));
        }
        else if (item.Refusal is { } stop)
        {
            refused.Add(new($"{field}.code", "item_refused", $"{item.Name}不能上门收：{stop.Reason}{stop.GoTo}"));
        }
        else if (wish.Count < 1)
        {
            refused.Add(new($"{field}.count", "count_out_of_range", $"{item.Name}的数量是 {wish.Count}，请填 1 以上的整数。"));
        }
        else if (lines.FindIndex(l => l.Item.Code == item.Code) is var at and >= 0)
        {
            lines[at] = lines[at] with { Count = (int)Math.Min(1_000_000L, (long)lines[at].Count + wish.Count) };
        }
        else
        {
            lines.Add(new ItemLine(item, Math.Min(wish.Count, 1_000_000)));
        }
    }

    private static void CheckMaxima(List<ItemLine> lines, List<FieldRefusal> refused) => refused.AddRange(lines
        .Where(line => line.Count > line.Item.MaxPerBooking)
        .Select(line => new FieldRefusal("items", "item_maximum",
            $"{line.Item.Name}一次最多 {line.Item.MaxPerBooking}{line.Item.Unit}，您选了 {line.Count}{line.Item.Unit}。请减少，或分两次预约。")));

    private static void CheckTotals(List<ItemLine> lines, BulkyLimits limits, List<FieldRefusal> refused)
    {
        if (lines.Count > limits.Lines)
        {
            refused.Add(new("items", "lines_maximum", $"一次最多 {limits.Lines} 种物品，您选了 {lines.Count} 种。请减少，或分两次预约。"));
        }

        var litres = lines.Sum(l => (long)l.Litres);
        if (litres > limits.Litres)
        {
            refused.Add(new("items", "volume_maximum", $"一次最多 {limits.Litres / 1000m:0.###} 立方米，您选的约 {litres / 1000m:0.###} 立方米。请减少，或分两次预约。"));
        }
    }
}
