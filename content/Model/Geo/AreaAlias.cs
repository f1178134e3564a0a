namespace Jizhou.Public.Content;

/// <summary>What a word of data/geo/aliases.csv stands for.</summary>
public enum AliasKind
{
    /// <summary>A former or long name of the district: dropped in front of another name.</summary>
    District,

    /// <summary>Another name of a township.</summary>
    Township,

    /// <summary>Another name of a village.</summary>
    Village,

    /// <summary>A last word that stands for another one: 小区 for 社区.</summary>
    Ending,
}

/// <summary>Another word for a place name, as data, so that the pages' search, the import and the API agree.</summary>
/// <param name="Alias">What people say: 城关镇.</param>
/// <param name="Kind">What it is.</param>
/// <param name="StandsFor">The code of the township or village, or the ending; blank for the district.</param>
/// <param name="Note">Why, for readers of the data; null when it is plain.</param>
public sealed record AreaAlias(string Alias, AliasKind Kind, string StandsFor, string? Note);
