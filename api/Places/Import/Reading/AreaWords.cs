using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>
/// Finds townships and villages by code or by what people call them: the name, another name for it (城关镇, as data), the name without
/// its ending, and all of these behind the district's name (蓟县渔阳镇).
/// </summary>
public sealed class AreaWords
{
    private static readonly string[] TownshipEndings = ["街道办事处", "镇人民政府", "乡人民政府", "街道", "满族乡", "镇", "乡"];

    private readonly Geography _geo;
    private readonly string[] _districts;
    private readonly string[] _villageEndings;
    private readonly Dictionary<string, string?> _townships = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string? Township), string?> _villages = [];
    private readonly Known _townshipNames = new();
    private readonly Known _villageNames = new();

    /// <summary>Takes names and aliases from the geography.</summary>
    public AreaWords(Geography geo)
    {
        _geo = geo;
        _districts = [.. Aliases(AliasKind.District).Select(alias => alias.Alias).OrderByDescending(word => word.Length)];
        _villageEndings = [.. Aliases(AliasKind.Ending).Select(alias => alias.Alias).Concat(["社区", "村"]).OrderByDescending(word => word.Length)];
        foreach (var township in geo.Townships)
        {
            _townshipNames.Add(township.Name, Short(township.Name, TownshipEndings), township.Code, null);
        }

        foreach (var village in geo.Villages)
        {
            _villageNames.Add(village.OfficialName, Short(village.OfficialName, _villageEndings), village.Code, village.Township);
            _villageNames.Add(village.Name, Short(village.Name, _villageEndings), village.Code, village.Township);
        }

        foreach (var alias in Aliases(AliasKind.Township))
        {
            _townshipNames.Add(alias.Alias, alias.Alias, alias.StandsFor, null);
        }

        foreach (var alias in Aliases(AliasKind.Village))
        {
            _villageNames.Add(alias.Alias, alias.Alias, alias.StandsFor, geo.Village(alias.StandsFor)?.Township);
        }
    }

    /// <summary>The code of a township, or null. 渔阳, 渔阳镇, 城关镇, 蓟县渔阳镇 and 120119100 are the same.</summary>
    public string? Township(string word)
    {
        if (!_townships.TryGetValue(word, out var code))
        {
            var name = Plain(word);
            code = _geo.Township(name)?.Code ?? _townshipNames.Find(name, Short(name, TownshipEndings), null);
            Keep(_townships, word, code);
        }

        return code;
    }

    /// <summary>The code of a village inside a township, or in the whole district when its name is unique there; null otherwise.</summary>
    public string? Village(string word, string? township)
    {
        if (!_villages.TryGetValue((word, township), out var code))
        {
            var name = Plain(word);
            code = _geo.Village(name)?.Code ?? _villageNames.Find(name, Short(name, _villageEndings), township) ?? BehindTownship(name, township);
            Keep(_villages, (word, township), code);
        }

        return code;
    }

    /// <summary>The township of a village.</summary>
    public string? TownshipOf(string? village) => village is null ? null : _geo.Village(village)?.Township;

    /// <summary>The nearest township's name, or null.</summary>
    public string? SuggestTownship(string word) => WordMatch.Nearest(Plain(word), _geo.Townships.Select(township => township.Name));

    /// <summary>官庄镇官庄村: the township's name, official or alias, stands in front of the village's.</summary>
    private string? BehindTownship(string name, string? township)
    {
        foreach (var (front, code) in _townshipNames.Whole)
        {
            if ((township is null || code == township) && name.Length > front.Length + 1 && name.StartsWith(front, StringComparison.Ordinal))
            {
                var rest = name[front.Length..];
                return _villageNames.Find(rest, Short(rest, _villageEndings), code);
            }
        }

        return null;
    }

    private string Plain(string word)
    {
        var name = string.Concat(WordMatch.Fold(word).Where(letter => !char.IsWhiteSpace(letter)));
        var district = Array.Find(_districts, one => name.Length > one.Length + 1 && name.StartsWith(one, StringComparison.Ordinal));
        return district is null || _townshipNames.IsWhole(name) || _villageNames.IsWhole(name) ? name : name[district.Length..];
    }

    private IEnumerable<AreaAlias> Aliases(AliasKind kind) => _geo.Aliases.Where(alias => alias.Kind == kind);

    private static void Keep<TKey>(Dictionary<TKey, string?> known, TKey key, string? code)
        where TKey : notnull
    {
        if (known.Count < 10_000)
        {
            known[key] = code;
        }
    }

    private static string Short(string name, string[] endings)
    {
        var ending = Array.Find(endings, one => name.Length > one.Length + 1 && name.EndsWith(one, StringComparison.Ordinal))
            ?? Array.Find(endings, one => name.Length > one.Length && name.EndsWith(one, StringComparison.Ordinal));
        return ending is null ? name : name[..^ending.Length];
    }

    /// <summary>Names with and without their endings, and whose they are.</summary>
    private sealed class Known
    {
        private readonly Dictionary<string, HashSet<(string Code, string? Township)>> _whole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, HashSet<(string Code, string? Township)>> _short = new(StringComparer.Ordinal);

        public IEnumerable<(string Name, string Code)> Whole => _whole.OrderByDescending(pair => pair.Key.Length).Select(pair => (pair.Key, pair.Value.First().Code));

        public void Add(string name, string shortName, string code, string? township)
        {
            foreach (var (known, key) in new[] { (_whole, name), (_short, shortName) })
            {
                known.TryAdd(key, []);
                known[key].Add((code, township));
            }
        }

        public bool IsWhole(string name) => _whole.ContainsKey(name);

        public string? Find(string name, string shortName, string? township) => One(_whole, name, township) ?? One(_short, shortName, township);

        private static string? One(Dictionary<string, HashSet<(string Code, string? Township)>> known, string name, string? township)
        {
            var found = known.GetValueOrDefault(name)?.Where(one => township is null || one.Township == township).ToList();
            return found is [var only] ? only.Code : null;
        }
    }
}
