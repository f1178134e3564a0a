using System.Text.Json.Serialization;

namespace Jizhou.Public.Content;

/// <summary>How sure we are of a statement; every page and answer shows it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Confidence>))]
public enum Confidence
{
    /// <summary>The law or official document itself was read.</summary>
    [JsonStringEnumMemberName("official")]
    Official,

    /// <summary>News, reprints or summaries of it were read.</summary>
    [JsonStringEnumMemberName("reference")]
    Reference,

    /// <summary>Other cities' rules, popular pages or common practice; to be checked by a person.</summary>
    [JsonStringEnumMemberName("probable")]
    Probable,
}
