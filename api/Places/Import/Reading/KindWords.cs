using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Reads the kind of a place as people write it.</summary>
public sealed class KindWords
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["分类箱房"] = "sorting-point", ["箱房"] = "sorting-point", ["投放点"] = "sorting-point", ["垃圾分类点"] = "sorting-point", ["垃圾投放点"] = "sorting-point",
        ["生活垃圾投放点"] = "sorting-point", ["垃圾分类投放点"] = "sorting-point", ["垃圾房"] = "sorting-point",
        ["交投点"] = "collection-point", ["回收点"] = "collection-point", ["回收站"] = "collection-point", ["回收网点"] = "collection-point",
        ["废品回收站"] = "collection-point", ["可回收物交投点"] = "collection-point", ["再生资源回收点"] = "collection-point", ["再生资源回收站"] = "collection-point",
        ["垃圾中转站"] = "transfer-station", ["转运站"] = "transfer-station", ["可回收物中转站"] = "transfer-station",
        ["可回收物分拣中心"] = "sorting-centre", ["再生资源分拣中心"] = "sorting-centre",
        ["智能回收柜"] = "smart-terminal", ["智能回收箱"] = "smart-terminal", ["智能回收机"] = "smart-terminal", ["智能终端"] = "smart-terminal",
        ["有害垃圾点"] = "hazardous-point", ["有害垃圾收集点"] = "hazardous-point", ["有害垃圾暂存点"] = "hazardous-point",
        ["农资回收点"] = "farm-waste-point", ["农药包装回收点"] = "farm-waste-point", ["农药包装废弃物回收点"] = "farm-waste-point", ["农膜回收点"] = "farm-waste-point",
        ["旧衣箱"] = "textile-bin", ["旧衣物回收箱"] = "textile-bin", ["衣物回收箱"] = "textile-bin",
        ["大件垃圾点"] = "bulky-point", ["大件垃圾暂存点"] = "bulky-point", ["大件投放点"] = "bulky-point",
        ["建筑垃圾点"] = "construction-point", ["建筑垃圾投放点"] = "construction-point", ["装修垃圾点"] = "construction-point", ["装修垃圾暂存点"] = "construction-point",
        ["厨余处理设施"] = "kitchen-unit", ["厨余垃圾处理设施"] = "kitchen-unit", ["包装回收点"] = "packaging-return", ["流动回收车"] = "mobile-event", ["流动回收点"] = "mobile-event",
    };

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly PlaceVocabulary _vocabulary;

    /// <summary>Takes the kinds of the vocabulary.</summary>
    public KindWords(PlaceVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var kind in vocabulary.Kinds)
        {
            _codes[kind.Code] = kind.Code;
            _codes[WordMatch.Fold(kind.Name)] = kind.Code;
        }
    }

    /// <summary>The code of a kind, or null.</summary>
    public string? Find(string word)
    {
        var folded = WordMatch.Fold(word);
        return _codes.GetValueOrDefault(folded) ?? (Synonyms.TryGetValue(folded, out var code) && _vocabulary.Kind(code) is not null ? code : null);
    }

    /// <summary>The name of the nearest kind, or null.</summary>
    public string? Suggest(string word) => WordMatch.Nearest(word, _vocabulary.Kinds.Select(kind => kind.Name).Concat(Synonyms.Keys)) is { } near
        ? _vocabulary.Kind(Find(near)!)!.Name
        : null;
}
