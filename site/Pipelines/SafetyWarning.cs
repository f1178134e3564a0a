using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>What can hurt somebody, said on the item's card before anything else is done.</summary>
public static class SafetyWarning
{
    private static readonly Dictionary<string, string> ByWay = new(StringComparer.Ordinal)
    {
        ["battery"] = "触点碰到金属会发热起火。不要拆、不要扎、不要泡水；鼓包、漏液的单独放，离开可燃物。",
        ["lamp"] = "打碎了会放出汞。先开窗、离开一刻钟，戴手套用胶带粘起来密封，别用扫把和吸尘器。",
        ["chemicals"] = "不同的不要倒在一起，尤其是洁厕液和 84。盖紧，离开火和孩子。",
        ["medicine"] = "不要倒进马桶，不要留在孩子够得着的地方。针头装进硬瓶盖紧。",
        ["asbestos"] = "纤维吸进肺里有害。不要敲、不要锯，洒水、戴口罩。",
        ["extinguisher"] = "受压的容器。不要拆、不要扔进火里。",
        ["gas-cylinder"] = "受压易爆。不要自己放气、不要拆阀、不要靠近火。",
        ["police"] = "不要碰、不要拆、不要烧，离开再打电话。",
        ["e-bike"] = "电池受伤会猛烈燃烧。不要自己拆，不要抬进楼道充电。",
        ["vehicle"] = "油箱、电瓶、气囊都危险，不要自己拆。",
        ["carcass"] = "可能带病。不要徒手碰，不要剥、不要吃，碰过要洗手。",
        ["pesticide"] = "有毒。不要用来装水装粮，不要在河边、水渠里洗，碰过要洗手。",
        ["clinic"] = "可能带血带菌，不要徒手碰。",
        ["vet"] = "可能带药带菌，不要徒手碰。",
    };

    /// <summary>The warning for an item, or null when nothing special can happen.</summary>
    public static string? For(SortingItem item) =>
        item.Goes is not null && ByWay.TryGetValue(item.Goes, out var warning) ? warning : Sharp(item);

    private static string? Sharp(SortingItem item) =>
        item.Reason.Contains('割', StringComparison.Ordinal) || (item.Prepare ?? "").Contains('刀', StringComparison.Ordinal) || (item.Prepare ?? "").Contains('针', StringComparison.Ordinal)
            ? "会割手、扎手。用厚纸裹好、胶带缠牢，写上里面是什么，别伤了收运的人。"
            : null;
}
