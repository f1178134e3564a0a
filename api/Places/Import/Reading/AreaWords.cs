using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Finds townships and villages by code or by what people call them.</summary>
public sealed class AreaWords(Geography geo)
{
    private static readonly string[] TownshipEndings = ["街道办事处", "街道", "人民政府", "镇", "乡"];
    private static readonly string[] VillageEndings = ["村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"];

    /// <summary>The code of a township, or null. 渔阳, 渔阳镇 and 120119100 are the same.</summary>
    public string? Township(string word)
    {
        var name = WordMatch.Fold(word);
        if (geo.Township(name) is { } byCode)
        {
            return byCode.Code;
        }

        var found = geo.Townships.Where(township => township.Name == name).ToList();
        found = found.Count > 0 ? found : [.. geo.Townships.Where(township => Short(township.Name, TownshipEndings) == Short(name, TownshipEndings))];
        return found.Count == 1 ? found[0].Code : null;
    }

    /// <summary>The code of a village inside a township, or in the whole district when its name is unique there; null otherwise.</summary>
    public string? Village(string word, string? township)
    {
        var name = WordMatch.Fold(word);
        if (geo.Village(name) is { } byCode)
        {
            return byCode.Code;
        }

        var near = geo.Villages.Where(village => township is null || village.Township == township).ToList();
        var found = near.Where(village => village.OfficialName == name || village.Name == name).ToList();
        found = found.Count > 0 ? found : [.. near.Where(village => Short(village.OfficialName, VillageEndings) == Short(name, VillageEndings))];
        return found.Count == 1 ? found[0].Code : null;
    }

    /// <summary>The township of a village.</summary>
    public string? TownshipOf(string? village) => village is null ? null : geo.Village(village)?.Township;

    /// <summary>The nearest township's name, or null.</summary>
    public string? SuggestTownship(string word) => WordMatch.Nearest(word, geo.Townships.Select(township => township.Name));

    private static string Short(string name, string[] endings)
    {
        var ending = Array.Find(endings, one => name.Length > one.Length + 1 && name.EndsWith(one, StringComparison.Ordinal))
            ?? Array.Find(endings, one => name.Length > one.Length && name.EndsWith(one, StringComparison.Ordinal));
        return ending is null ? name : name[..^ending.Length];
    }
}
