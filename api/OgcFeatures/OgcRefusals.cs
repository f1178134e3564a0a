using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>The refusals of the addresses below /ogc.</summary>
public static class OgcRefusals
{
    public static readonly RefusalKind CollectionNotFound = new(
        "collection_not_found", 404, "没有这个数据集", "数据集的 id 见 /ogc/collections。");

    public static readonly RefusalKind FeatureNotFound = new(
        "feature_not_found", 404, "没有这个要素", "这个数据集里没有这个 id；从 items 里找正确的 id。");

    /// <summary>No such collection.</summary>
    public static Refusal NoCollection(string id) => CollectionNotFound.Because($"没有数据集 “{id}”。全部数据集见 /ogc/collections。");

    /// <summary>No such feature.</summary>
    public static Refusal NoFeature(string collection, string id) =>
        FeatureNotFound.Because($"数据集 {collection} 里没有 “{id}”。全部要素见 /ogc/collections/{collection}/items。");

    /// <summary>A parameter the address does not know.</summary>
    public static Refusal Unknown(string name, IReadOnlyList<string> allowed) =>
        PlatformRefusals.UnknownParameter.Because($"没有参数 “{name}”。可用的参数：{string.Join("、", allowed)}。") with
        {
            Fields = [new FieldRefusal(name, FieldCodes.Unknown, $"没有参数 “{name}”")],
            More = new Dictionary<string, object?> { ["allowed"] = allowed },
        };

    /// <summary>A value that cannot be read; <paramref name="wanted"/> says what it should be.</summary>
    public static Refusal Invalid(string name, string value, string wanted, string code = FieldCodes.Invalid)
    {
        var message = $"{name}=“{value}” 不对，应为{wanted}";
        return PlatformRefusals.InvalidParameter.Because(message) with { Fields = [new FieldRefusal(name, code, message)] };
    }

    /// <summary>A parameter given more than once.</summary>
    public static Refusal Repeated(string name)
    {
        var message = $"参数 {name} 只能给一次";
        return PlatformRefusals.InvalidParameter.Because(message) with { Fields = [new FieldRefusal(name, FieldCodes.Repeated, message)] };
    }

    /// <summary>No form the client takes.</summary>
    public static Refusal NoForm(IEnumerable<string> offered) =>
        PlatformRefusals.NotAcceptable.Because($"这个地址给得出的格式：{string.Join("、", offered)}。请改 Accept 头，或用 f 参数。");
}
