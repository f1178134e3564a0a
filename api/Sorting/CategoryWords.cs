namespace Jizhou.Public.Api.Sorting;

/// <summary>Other people's words for our categories, for measuring against their lists.</summary>
public static class CategoryWords
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["可回收物"] = "recyclable", ["可回收垃圾"] = "recyclable", ["可回收"] = "recyclable", ["recyclable"] = "recyclable", ["recycle"] = "recyclable",
        ["厨余垃圾"] = "kitchen", ["湿垃圾"] = "kitchen", ["易腐垃圾"] = "kitchen", ["厨余"] = "kitchen", ["餐厨垃圾"] = "kitchen", ["kitchen"] = "kitchen", ["wet"] = "kitchen", ["household food waste"] = "kitchen",
        ["有害垃圾"] = "hazardous", ["有害"] = "hazardous", ["hazardous"] = "hazardous", ["harmful"] = "hazardous",
        ["其他垃圾"] = "residual", ["其它垃圾"] = "residual", ["干垃圾"] = "residual", ["其他"] = "residual", ["residual"] = "residual", ["dry"] = "residual",
        ["大件垃圾"] = "bulky", ["大件垃圾（预约）"] = "bulky", ["大件"] = "bulky", ["bulky"] = "bulky",
        ["装修垃圾"] = "construction", ["建筑垃圾"] = "construction", ["装修（建筑）垃圾"] = "construction", ["construction"] = "construction",
        ["农业废弃物"] = "farm", ["农业废弃物（专门回收）"] = "farm", ["farm"] = "farm",
        ["专门渠道"] = "special", ["特殊垃圾"] = "special", ["special"] = "special",
    };

    /// <summary>The code of a word, or null when it is none of ours.</summary>
    public static string? Code(string word) => Codes.GetValueOrDefault(word.Trim().Trim('"'));

    /// <summary>Is it one of the four bins at home?</summary>
    public static bool IsHousehold(string code) => code is "recyclable" or "kitchen" or "hazardous" or "residual";
}
