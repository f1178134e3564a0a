using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Check;

/// <summary>Names that the committed pinyin table lacks: nobody could find them by typing.</summary>
public static class FindNamesWithoutPinyin
{
    /// <summary>Looks at items, townships and the villages that are offered.</summary>
    public static IEnumerable<Finding> In(ContentFolder content) =>
        content.Sorting.Items.Select(item => item.Name)
            .Concat(content.Geo.Townships.Select(township => township.Name))
            .Concat(content.Geo.Villages.Where(village => village.Offered).Select(village => village.Name))
            .Distinct(StringComparer.Ordinal)
            .Where(name => content.Pinyin.Find(name) is null)
            .Select(name => new Finding("the pinyin table", $"“{name}” is missing; run site/tools/pinyin.mjs"));
}
