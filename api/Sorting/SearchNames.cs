using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>The names of the index as the search takes them, in the order of the items.</summary>
public static class SearchNames
{
    /// <summary>Every name of every item.</summary>
    public static SearchName[] Of(SearchIndex index) =>
        [.. index.Names.SelectMany((names, item) => names.Select(n => new SearchName(item, n.Text, (NameSource)n.Kind, n.Reading)))];
}
