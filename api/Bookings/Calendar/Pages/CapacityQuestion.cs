using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>The page that says how much is taken, as a whole and of each service, when a capacity would fall below it, and offers to stop further bookings instead.</summary>
public static class CapacityQuestion
{
    private const int MostListed = 12;

    /// <summary>Shows it; nothing has changed.</summary>
    public static IResult Show(HttpContext http, ChangeCapacity.Wish wish, IReadOnlyList<ChangeCapacity.Over> over, PickupFacts facts, string action, string back, bool isOrdinary)
    {
        var window = facts.Book.Rules.Window(wish.Window)!.Name;
        List<string> sentences =
        [
            isOrdinary ? "没有恢复：平常的容量比已经占用的小。" : $"没有改：{Words(wish)} 比已经占用的小。",
            .. over.Take(MostListed).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Slot.Date:M月d日}{window}已占 {one.Taken.Stops} 户、{one.Taken.Litres / 1000m:0.###} 立方米（正在填写的也算）。{Shares(one)}")),
        ];
        if (over.Count > MostListed)
        {
            sentences.Add($"还有 {over.Count - MostListed} 天也是这样。");
        }

        sentences.Add(isOrdinary ? "请先改期或等预约收完，或直接写一个够大的数。" : $"可以让这 {over.Count} 个时段不再接受新的预约，已约的照常收{(wish.Date is null ? "，其余日子按新的容量" : "")}。");
        return ConsolePage.Show<AskPage>(http, new Dictionary<string, object?>
        {
            ["Title"] = "容量不能低于已占用的",
            ["Sentences"] = sentences,
            ["Action"] = action,
            ["Fields"] = (IReadOnlyList<(string, string)>)
            [
                ("area", wish.Area), ("page", wish.Area), ("window", wish.Window), ("date", wish.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
                ("weekday", wish.Weekday.ToString().ToLowerInvariant()),
                ("stops", Math.Max(1, wish.Amount.Stops).ToString(CultureInfo.InvariantCulture)), ("cubicMetres", (Math.Max(100, wish.Amount.Litres) / 1000m).ToString("0.###", CultureInfo.InvariantCulture)),
            ],
            ["Button"] = isOrdinary ? null : "这些时段停约",
            ["Back"] = back,
        }, StatusCodes.Status409Conflict);
    }

    private static string Shares(ChangeCapacity.Over one) => string.Concat(one.Shares.Select(share => string.Create(CultureInfo.InvariantCulture,
        $"其中{share.Service.Name}已占 {share.Litres / 1000m:0.###} 立方米，这样改它只能占 {share.MostLitres / 1000m:0.###}（{share.Service.SharePercent}%），至少要 {share.NeededLitres / 1000m:0.###} 立方米才放得下。")));

    private static string Words(ChangeCapacity.Wish wish) => string.Create(CultureInfo.InvariantCulture, $"{wish.Amount.Stops} 户、{wish.Amount.Litres / 1000m:0.###} 立方米");
}
