namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Where a searchable name comes from; earlier ones win a tie.</summary>
public enum NameSource
{
    /// <summary>The item's own name.</summary>
    Name,

    /// <summary>One part of a name that joins several things: 饮料瓶、矿泉水瓶 → 矿泉水瓶.</summary>
    Part,

    /// <summary>Another word for it.</summary>
    Alias,
}

/// <summary>One way in to an item.</summary>
/// <param name="Item">Position of the item in the dictionary.</param>
/// <param name="Text">The name as people write it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Pinyin">Toneless syllables, one a character, separated by spaces; empty when the table lacks it.</param>
public sealed record SearchName(int Item, string Text, NameSource Source, string Pinyin);
