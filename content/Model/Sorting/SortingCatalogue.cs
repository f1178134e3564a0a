namespace Jizhou.Public.Content;

/// <summary>Categories, items and the kinds of ground they stand on.</summary>
public sealed class SortingCatalogue
{
    private readonly Dictionary<string, SortingCategory> _categories;
    private readonly Dictionary<string, SortingItem> _items;
    private readonly Dictionary<string, SortingBasis> _bases;
    private RelatedItems? _related;

    /// <summary>Makes the catalogue; codes and ids are unique (the loader sees to it).</summary>
    public SortingCatalogue(IReadOnlyList<SortingCategory> categories, IReadOnlyList<SortingBasis> bases, IReadOnlyList<SortingItem> items)
    {
        (Categories, Bases, Items) = (categories, bases, items);
        _categories = categories.DistinctBy(c => c.Code).ToDictionary(c => c.Code);
        _bases = bases.DistinctBy(b => b.Code).ToDictionary(b => b.Code);
        _items = items.DistinctBy(i => i.Id).ToDictionary(i => i.Id);
    }

    /// <summary>The categories, the four household ones first.</summary>
    public IReadOnlyList<SortingCategory> Categories { get; }

    /// <summary>What an item's category may rest on.</summary>
    public IReadOnlyList<SortingBasis> Bases { get; }

    /// <summary>The items, in the order of the file.</summary>
    public IReadOnlyList<SortingItem> Items { get; }

    /// <summary>Where each item goes next, by its id.</summary>
    public IReadOnlyDictionary<string, SortingDestination> Destinations { get; init; } = new Dictionary<string, SortingDestination>();

    /// <summary>The ways of handing over that items and rules name, by code.</summary>
    public IReadOnlyDictionary<string, SortingDestination> Ways { get; init; } = new Dictionary<string, SortingDestination>();

    /// <summary>Rules for what the dictionary does not know, in the order of the file.</summary>
    public IReadOnlyList<SortingRule> Rules { get; init; } = [];

    /// <summary>Words around the thing that a question is about.</summary>
    public IReadOnlyList<string> QuestionWords { get; init; } = [];

    /// <summary>Traditional characters and their simplified forms, for searching.</summary>
    public IReadOnlyDictionary<char, char> Simplified { get; init; } = new Dictionary<char, char>();

    /// <summary>The category with a code, or null.</summary>
    public SortingCategory? Category(string code) => _categories.GetValueOrDefault(code);

    /// <summary>The basis with a code, or null.</summary>
    public SortingBasis? Basis(string code) => _bases.GetValueOrDefault(code);

    /// <summary>The item with an id, or null.</summary>
    public SortingItem? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>Things that people ask about in the same breath: names that share most characters, other categories first, for those are what it is taken for.</summary>
    public IReadOnlyList<SortingItem> RelatedTo(SortingItem item) => (_related ??= new RelatedItems(Items)).Of(item);

    /// <summary>How to hand an item over, in one sentence: as its destination says, else as its category does.</summary>
    public string HowToHandOver(SortingItem item) =>
        Destinations.GetValueOrDefault(item.Id)?.HowToHandOver ?? Category(item.Category)?.HowToHandOver ?? "";

    /// <summary>Colour of the bin an item goes into (蓝色); null when it goes into none.</summary>
    public string? BinColour(SortingItem item) =>
        Destinations.GetValueOrDefault(item.Id) is { InBin: false } ? null : Category(item.Category)?.BinColour;
}

/// <summary>Where a thing goes.</summary>
/// <param name="Code">recyclable, kitchen, hazardous, residual, bulky, construction, farm or special.</param>
/// <param name="Name">What people read: 可回收物.</param>
/// <param name="Sign">One character or word for signs: 可回收.</param>
/// <param name="Household">Is it one of the four bins at home?</param>
/// <param name="BinColour">Colour of its bin in words (蓝色); null when it has none.</param>
/// <param name="Pantone">The standard's colour; null when it has none.</param>
/// <param name="What">What it is, in our words.</param>
/// <param name="HowToHandOver">Where it goes, in one sentence.</param>
/// <param name="Examples">A few common things.</param>
/// <param name="Citations">What the description rests on.</param>
public sealed record SortingCategory(string Code, string Name, string Sign, bool Household, string? BinColour, string? Pantone,
    string What, string HowToHandOver, IReadOnlyList<string> Examples, IReadOnlyList<Citation> Citations);

/// <summary>A kind of ground for an item's category.</summary>
/// <param name="Code">T1, T2, N1, N2, C1, D1 or M.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Meaning">What it means for the reader.</param>
/// <param name="Confidence">How sure an answer on this ground is.</param>
/// <param name="Citations">Documents behind it; empty when there is none to show.</param>
public sealed record SortingBasis(string Code, string Name, string Meaning, Confidence Confidence, IReadOnlyList<Citation> Citations);

/// <summary>One thing and where it goes.</summary>
/// <param name="Id">Kebab pinyin, stable: part of its page's address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names for it or for its parts.</param>
/// <param name="Group">Group of the catalogue: 食物, 纸…</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Basis">Code of what it rests on.</param>
/// <param name="Confidence">How sure the answer is, by its basis.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Prepare">What to do with it first; null when nothing.</param>
/// <param name="Tricky">Do people or cities often answer otherwise?</param>
/// <param name="Citations">Documents behind it: its own, else its basis's; empty where none was read that says so (C1, D1, M).</param>
public sealed record SortingItem(string Id, string Name, IReadOnlyList<string> Aliases, string Group, string Category, string Basis,
    Confidence Confidence, string Reason, string? Prepare, bool Tricky, IReadOnlyList<Citation> Citations)
{
    /// <summary>Day on which a person last compared it with its sources.</summary>
    public DateOnly CheckedOn { get; init; }

    /// <summary>File it stands in, below the content folder.</summary>
    public string File { get; init; } = "data/sorting/items.yaml";

    /// <summary>Code of the way it is handed over (data/sorting/destinations.yaml); null when its category or its own entry there says it.</summary>
    public string? Goes { get; init; }
}
