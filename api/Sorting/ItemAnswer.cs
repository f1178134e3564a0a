using System.Text.Json.Serialization;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>An item as it goes over the wire (architecture §7).</summary>
/// <param name="Id">Kebab pinyin; part of its page's address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Category">Code of where it goes.</param>
/// <param name="CategoryName">The category for people.</param>
/// <param name="Confidence">official, reference or probable.</param>
/// <param name="Basis">Code of what it rests on.</param>
/// <param name="BasisName">The basis in a few words.</param>
/// <param name="Reason">Why.</param>
/// <param name="Prepare">What to do with it first; null when nothing.</param>
/// <param name="Tricky">Do people or cities often answer otherwise?</param>
/// <param name="NextStep">Where to bring it, or whether a truck can be booked.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="CheckedOn">Day on which a person last compared it with its sources.</param>
/// <param name="Page">Path of its page on the portal.</param>
public sealed record ItemAnswer(string Id, string Name, IReadOnlyList<string> Aliases, string Category, string CategoryName,
    Confidence Confidence, string Basis, string BasisName, string Reason, string? Prepare, bool Tricky,
    NextStep NextStep, IReadOnlyList<Citation> Citations, DateOnly CheckedOn, string Page)
{
    /// <summary>Why it was found: name, alias, traditional, pinyin, initials, fuzzy, question or rule; absent without a query.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Match { get; init; }

    /// <summary>The name that matched; absent without a query.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Matched { get; init; }

    /// <summary>The rule it was judged by; absent for an item of the dictionary.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleAnswer? Rule { get; init; }

    /// <summary>Things that people ask about in the same breath or take for it.</summary>
    public IReadOnlyList<RelatedItem> Related { get; init; } = [];

    /// <summary>The wire form of an item.</summary>
    public static ItemAnswer Of(SortingItem item, ContentFolder content)
    {
        var catalogue = content.Sorting;
        return new ItemAnswer(item.Id, item.Name, item.Aliases, item.Category, catalogue.Category(item.Category)?.Name ?? item.Category,
            item.Confidence, item.Basis, catalogue.Basis(item.Basis)?.Name ?? item.Basis, item.Reason, item.Prepare, item.Tricky,
            NextStep.Of(item, content), item.Citations, item.CheckedOn, $"/sorting/items/{item.Id}/")
        {
            Related = [.. catalogue.RelatedTo(item).Select(r => new RelatedItem(r.Id, r.Name, r.Category))],
        };
    }
}

/// <summary>Another item.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Code of where it goes.</param>
public sealed record RelatedItem(string Id, string Name, string Category);
