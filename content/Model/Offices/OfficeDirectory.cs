namespace Jizhou.Public.Content;

/// <summary>All offices, found by id or by any spelling.</summary>
public sealed class OfficeDirectory
{
    private readonly Dictionary<string, Office> _byId;
    private readonly Dictionary<string, Office> _bySpelling;

    /// <summary>Makes the directory; ids and spellings are unique (the loader sees to it).</summary>
    public OfficeDirectory(IReadOnlyList<Office> all)
    {
        All = all;
        _byId = all.DistinctBy(o => o.Id).ToDictionary(o => o.Id);
        _bySpelling = all.SelectMany(o => o.Aliases.Prepend(o.Name).Select(s => (Spelling: s, Office: o)))
            .DistinctBy(p => p.Spelling).ToDictionary(p => p.Spelling, p => p.Office);
    }

    /// <summary>Codes of the kinds of office and what people read.</summary>
    public static IReadOnlyDictionary<string, string> KindNames { get; } = new Dictionary<string, string>
    {
        ["district-department"] = "区级部门",
        ["city-branch"] = "市级部门分局",
        ["agency"] = "派出机构",
        ["township"] = "镇街",
        ["cooperative"] = "合作经济组织",
        ["enterprise"] = "企业",
        ["generic"] = "泛称",
        ["portal"] = "本站",
    };

    /// <summary>Codes of the kinds of office.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. KindNames.Keys];

    /// <summary>The offices, in the order of the file.</summary>
    public IReadOnlyList<Office> All { get; }

    /// <summary>The office with an id, or null.</summary>
    public Office? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The office that some text calls so, or null.</summary>
    public Office? FindBySpelling(string raw) => _bySpelling.GetValueOrDefault(raw);

    /// <summary>Reads the id of an office; an unknown one becomes a problem.</summary>
    internal string ReadId(YamlMap map, string key)
    {
        var id = map.Text(key);
        if (id.Length > 0 && Find(id) is null)
        {
            map.Report(key, $"unknown office \"{id}\"", $"use an id of data/plan/offices.yaml: {string.Join(", ", _byId.Keys)}");
        }

        return id;
    }

    /// <summary>Reads spellings of offices; an unknown one becomes a problem.</summary>
    internal IReadOnlyList<OfficeMention> ReadMentions(YamlMap map, string key)
    {
        List<OfficeMention> mentions = [];
        foreach (var raw in map.Texts(key))
        {
            if (FindBySpelling(raw) is { } office)
            {
                mentions.Add(new OfficeMention(office.Id, office.Name, raw));
            }
            else
            {
                map.Report(key, $"unknown office \"{raw}\"", "add it, or this spelling as an alias, to data/plan/offices.yaml");
            }
        }

        return mentions;
    }
}
