namespace Jizhou.Public.Content;

/// <summary>What stands between the two <c>---</c> lines of a page.</summary>
public sealed record FrontMatter
{
    /// <summary>Values that <see cref="Template"/> may take.</summary>
    public static IReadOnlyList<string> Templates { get; } =
        ["guide", "category", "home", "items", "places", "booking", "booking-manage", "indicators", "developer", "plain"];

    /// <summary>Values that <see cref="Audience"/> may hold.</summary>
    public static IReadOnlyList<string> Audiences { get; } = ["residents", "inns", "farmers", "shops", "guests", "developers"];

    /// <summary>Heading and title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The answer in at most 40 characters, shown first; guides and categories have one.</summary>
    public required string? Answer { get; init; }

    /// <summary>One sentence of at most 80 characters for search results and link previews.</summary>
    public required string Summary { get; init; }

    /// <summary>Which layout the page takes, one of <see cref="Templates"/>.</summary>
    public required string Template { get; init; }

    /// <summary>Whom it is for; empty for everybody.</summary>
    public required IReadOnlyList<string> Audience { get; init; }

    /// <summary>Id of the office that answers for what the page says.</summary>
    public required string Office { get; init; }

    /// <summary>Day on which a person last compared the page with its sources.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Does it tell law? Then it goes stale after 6 months instead of 12.</summary>
    public required bool Law { get; init; }

    /// <summary>What the page rests on.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Place in its section's list; the default comes last.</summary>
    public required int Order { get; init; }

    /// <summary>Where to go on from here: addresses on this site.</summary>
    public required IReadOnlyList<string> Related { get; init; }
}
