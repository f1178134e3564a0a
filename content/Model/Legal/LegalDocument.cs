namespace Jizhou.Public.Content;

/// <summary>One law, standard or notice that content may cite, with the articles that were read.</summary>
/// <param name="Id">Kebab id, such as <c>eco-code</c>.</param>
/// <param name="Title">Title without 《》.</param>
/// <param name="Articles">Number of each citable article and what it is about, in our words.</param>
/// <param name="Whole">The citation of the document as a whole.</param>
/// <param name="Source">Where our copy was read.</param>
/// <param name="Issuer">Who issued it, when known.</param>
public sealed record LegalDocument(string Id, string Title, IReadOnlyDictionary<string, string> Articles, Citation Whole, string Source, string? Issuer)
{
    /// <summary>The citation of one article; null when our copy does not hold it, so that nobody invents a number.</summary>
    public Citation? Cite(string article) => Articles.TryGetValue(article, out var subject)
        ? Whole with { Id = $"{Id}#{article}", Article = article, Subject = subject }
        : null;
}
