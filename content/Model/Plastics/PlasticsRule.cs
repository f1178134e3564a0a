namespace Jizhou.Public.Content;

/// <summary>A kind of trader or user that the plastics rules speak of.</summary>
/// <param name="Id">Kebab id, such as <c>inn</c>.</param>
/// <param name="Name">What people read: 农家院、民宿和其他宾馆.</param>
/// <param name="ShortName">The name for a narrow column: 农家院民宿.</param>
/// <param name="What">Who is meant, in one sentence.</param>
/// <param name="Products">Ids of the products it may ask about; each is answered for every day on record.</param>
public sealed record PlasticsBusiness(string Id, string Name, string ShortName, string What, IReadOnlyList<string> Products);

/// <summary>Something that is handed out, sold or used.</summary>
/// <param name="Id">Kebab id, such as <c>guest-toiletries</c>.</param>
/// <param name="Name">What people read.</param>
/// <param name="What">What is meant, in one sentence.</param>
/// <param name="Note">What a reader must know about the word; null when nothing.</param>
public sealed record PlasticsProduct(string Id, string Name, string What, string? Note);

/// <summary>One rule: who, what, where, when, and what follows.</summary>
public sealed record PlasticsRule
{
    /// <summary>Kebab id, stable.</summary>
    public required string Id { get; init; }

    /// <summary>Ids of the businesses it binds.</summary>
    public required IReadOnlyList<string> Businesses { get; init; }

    /// <summary>Ids of the products it is about.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>Codes of the areas it holds in, out of <see cref="PlasticsWords.Areas"/>.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Out of <see cref="PlasticsWords.Verdicts"/>; null for a rule that only adds duties.</summary>
    public string? Verdict { get; init; }

    /// <summary>Out of <see cref="PlasticsWords.Duties"/>.</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>Why, in plain words.</summary>
    public required string Reason { get; init; }

    /// <summary>What is not meant by it.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    /// <summary>What to use instead.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>What it rests on, past law included; an answer shows what was in force on its day.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>What a breach may cost, past amounts included; an answer shows what holds on its day.</summary>
    public IReadOnlyList<Penalty> Penalties { get; init; } = [];

    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is not { } to || day <= to);

    /// <summary>Was a document in force, and already issued, on a day? Dates that no source gives do not count against it.</summary>
    internal static bool Stands(Citation citation, DateOnly day) =>
        citation.InForceOn(day) && (citation.IssuedOn is not { } issued || issued <= day);

    /// <summary>Is it about this pair in this area?</summary>
    public bool IsAbout(string business, string product, string area) =>
        Businesses.Contains(business) && Products.Contains(product) && Areas.Contains(area);
}
