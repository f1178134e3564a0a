using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Sorting;

/// <summary>GET /sorting/categories — the four household categories and the other ways out, with what answers rest on.</summary>
public static class ListCategories
{
    /// <summary>The categories and the kinds of basis.</summary>
    public sealed record Response(IReadOnlyList<Category> Items, IReadOnlyList<SortingBasis> Bases);

    /// <summary>One category.</summary>
    /// <param name="Code">Code on the wire.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Sign">The word on the bin.</param>
    /// <param name="Household">Is it one of the four bins at home?</param>
    /// <param name="BinColour">Colour of its bin; null when it has none.</param>
    /// <param name="Pantone">The standard's colour; null when it has none.</param>
    /// <param name="What">What it is.</param>
    /// <param name="HowToHandOver">Where it goes.</param>
    /// <param name="Examples">A few common things.</param>
    /// <param name="Count">How many items of the dictionary go there.</param>
    /// <param name="Citations">What the description rests on.</param>
    /// <param name="Page">Path of its page.</param>
    public sealed record Category(string Code, string Name, string Sign, bool Household, string? BinColour, string? Pantone, string What,
        string HowToHandOver, IReadOnlyList<string> Examples, int Count, IReadOnlyList<Citation> Citations, string Page);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder sorting) => sorting.MapGet("/categories", Handle);

    /// <summary>分类和依据</summary>
    public static Ok<Response> Handle(ContentFolder content)
    {
        var catalogue = content.Sorting;
        return TypedResults.Ok(new Response(
            [.. catalogue.Categories.Select(c => new Category(c.Code, c.Name, c.Sign, c.Household, c.BinColour, c.Pantone, c.What,
                c.HowToHandOver, c.Examples, catalogue.Items.Count(i => i.Category == c.Code), c.Citations, $"/sorting/{c.Code}/"))],
            catalogue.Bases));
    }
}
