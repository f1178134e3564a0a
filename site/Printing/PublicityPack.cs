using Jizhou.Public.Content;
using Jizhou.Public.Site.Words;

namespace Jizhou.Public.Site.Printing;

/// <summary>Texts for loudspeaker and public account, written from the one-pager's lines, so that a changed line changes them too.</summary>
/// <param name="Title">Title of the article.</param>
/// <param name="Article">Its paragraphs.</param>
/// <param name="Loudspeaker">The script, read aloud in about a minute.</param>
public sealed record PublicityPack(string Title, IReadOnlyList<string> Article, IReadOnlyList<string> Loudspeaker)
{
    /// <summary>The pack of a content folder, with the day on which it was checked.</summary>
    public static PublicityPack Of(ContentFolder content, DateOnly checkedOn) => new(
        "来蓟州过周末，垃圾这样投",
        [
            $"四个桶看字投：{Bins(content)}。拿不准，扫图上的码查一查。",
            .. content.Inns.Today.Select(line => $"【{line.Name}】{line.Do}（依据：{string.Join("、", line.Citations.Select(citation => citation.Label))}）"),
            "客人请自带牙具和水杯，吃多少点多少，吃不完打包带走。",
            $"以上按{ChineseDate.Day(checkedOn)}核对的规定写，参考分类以《天津市生活垃圾分类指导目录》及现场标识为准。有事拨打天津本地 12345，外地手机 022-12345。",
        ],
        [
            "乡亲们，各位农家院的老板，说几句垃圾分类的事。",
            $"四个桶要摆齐，{Bins(content)}。",
            .. content.Inns.Today.Where(line => line.Id is "kitchen" or "rooms" or "table" or "ash").Select(line => line.Do),
            $"这些按{ChineseDate.Day(checkedOn)}核对的规定说。不清楚的，打幺二三四五。谢谢大家。",
        ]);

    private static string Bins(ContentFolder content) => string.Join("，", content.PrintColours
        .Select(colour => content.Sorting.Category(colour.Category)!).Select(category => $"{category.Name}放{category.BinColour}桶"));
}
