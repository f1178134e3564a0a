namespace Jizhou.Public.Content;

/// <summary>The words places are described with: kinds and materials, in the order they are offered.</summary>
public sealed class PlaceVocabulary
{
    /// <summary>Where a place may stand, as codes with names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["community"] = "社区", ["village"] = "村", ["shop"] = "商超", ["school"] = "学校", ["office"] = "办公场所",
        ["scenic-area"] = "景区", ["supply-cooperative"] = "供销社",
    };

    /// <summary>The levels of the plan's network (社区、乡镇、村三级), as codes with names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Levels = new Dictionary<string, string>
    {
        ["community"] = "社区级", ["township"] = "乡镇级", ["village"] = "村级",
    };

    /// <summary>For whom a place is, as codes with names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Audiences = new Dictionary<string, string>
    {
        ["residents"] = "居民", ["businesses"] = "单位和商户", ["both"] = "居民、单位都可以",
    };

    private readonly Dictionary<string, PlaceKind> _kinds;
    private readonly Dictionary<string, Material> _materials;

    /// <summary>Makes the vocabulary; codes are unique (the loader sees to it).</summary>
    public PlaceVocabulary(IReadOnlyList<PlaceKind> kinds, IReadOnlyList<Material> materials)
    {
        (Kinds, Materials) = (kinds, materials);
        _kinds = kinds.DistinctBy(kind => kind.Code).ToDictionary(kind => kind.Code);
        _materials = materials.DistinctBy(material => material.Code).ToDictionary(material => material.Code);
    }

    /// <summary>The vocabulary of a folder that holds none.</summary>
    public static PlaceVocabulary Empty { get; } = new([], []);

    /// <summary>All kinds.</summary>
    public IReadOnlyList<PlaceKind> Kinds { get; }

    /// <summary>All materials.</summary>
    public IReadOnlyList<Material> Materials { get; }

    /// <summary>The kind with a code, or null.</summary>
    public PlaceKind? Kind(string code) => _kinds.GetValueOrDefault(code);

    /// <summary>The material with a code, or null.</summary>
    public Material? Material(string code) => _materials.GetValueOrDefault(code);
}
