using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>
/// Townships and villages as the page's search box reads them, as small as they can be written: code, name and pinyin, then what
/// people say instead. <c>{"townships":[["120119100","渔阳镇","yu yang zhen"],…],"villages":[…],"aliases":[["城关镇","120119100"]],…}</c>
/// </summary>
public static class AreaList
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the list; a 虚拟社区, which nobody lives in, is left out.</summary>
    public static string Write(Geography geography, PinyinTable pinyin) => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["townships"] = geography.Townships.Select(township => Row(township.Code, township.Name, pinyin)),
            ["villages"] = geography.Villages.Where(village => village.Offered).Select(village => Row(village.Code, village.Name, pinyin)),
            ["districts"] = Aliases(geography, AliasKind.District).Select(alias => alias.Alias),
            ["aliases"] = Aliases(geography, AliasKind.Township, AliasKind.Village).Select(alias => new[] { alias.Alias, alias.StandsFor }),
            ["endings"] = Aliases(geography, AliasKind.Ending).Select(alias => new[] { alias.Alias, alias.StandsFor }),
        },
        Options);

    private static IEnumerable<AreaAlias> Aliases(Geography geography, params AliasKind[] kinds) => geography.Aliases.Where(alias => kinds.Contains(alias.Kind));

    private static string[] Row(string code, string name, PinyinTable pinyin) => [code, name, pinyin.Find(name)?.Syllables ?? ""];
}
