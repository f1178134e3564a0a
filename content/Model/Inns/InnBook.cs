namespace Jizhou.Public.Content;

/// <summary>What an inn must get right, as data: the one-pager, the self-check and the quiz.</summary>
/// <param name="Today">Lines of the one-pager, most urgent first.</param>
/// <param name="Venues">Who checks themselves with the questions.</param>
/// <param name="Questions">The questions of all venues.</param>
/// <param name="Quiz">Ids of the dictionary's items that the quiz asks about.</param>
public sealed record InnBook(IReadOnlyList<TodayLine> Today, IReadOnlyList<CheckVenue> Venues, IReadOnlyList<CheckQuestion> Questions, IReadOnlyList<string> Quiz)
{
    /// <summary>The book of a folder that holds none.</summary>
    public static InnBook Empty { get; } = new([], [], [], []);

    /// <summary>The questions of one venue, in the order of the file.</summary>
    public IReadOnlyList<CheckQuestion> For(string venue) => [.. Questions.Where(q => q.Venues.Contains(venue))];
}

/// <summary>One line of the one-pager.</summary>
/// <param name="Id">Kebab id.</param>
/// <param name="Name">What it is about, in a few characters.</param>
/// <param name="Do">What to do.</param>
/// <param name="Slogan">The same for a screen or a poster, at most 16 characters.</param>
/// <param name="Glance">The same on the folded line of the page, at most 16 characters.</param>
/// <param name="Page">Where to read more on this site.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Penalties">What a breach may cost.</param>
public sealed record TodayLine(string Id, string Name, string Do, string Slogan, string Glance, string Page, IReadOnlyList<Citation> Citations, IReadOnlyList<Penalty> Penalties);

/// <summary>A kind of place that checks itself.</summary>
/// <param name="Id">inn, scenic, star-hotel or entertainment.</param>
/// <param name="Name">What people read: 农家院.</param>
/// <param name="Review">What the filled sheet is called.</param>
/// <param name="Intro">Why this kind of place checks itself, in one sentence.</param>
/// <param name="Citations">What that rests on.</param>
public sealed record CheckVenue(string Id, string Name, string Review, string Intro, IReadOnlyList<Citation> Citations);

/// <summary>One question, answered yes, no or 不适用.</summary>
/// <param name="Id">Kebab id, stable: answers on a device are kept under it.</param>
/// <param name="Venues">Whom it is asked.</param>
/// <param name="Part">Heading it stands under.</param>
/// <param name="Ask">The question; yes is the good answer.</param>
/// <param name="Why">Why it is asked.</param>
/// <param name="Todo">What to do when the answer is no.</param>
/// <param name="By">Until when: our proposal, no deadline of law.</param>
/// <param name="Helps">Address of the printable or page that helps; null when none does.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Penalties">What a breach may cost.</param>
public sealed record CheckQuestion(string Id, IReadOnlyList<string> Venues, string Part, string Ask, string Why, string Todo, string By, string? Helps,
    IReadOnlyList<Citation> Citations, IReadOnlyList<Penalty> Penalties);
