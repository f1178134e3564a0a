using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>The pages that are made of the inns' data: the self-check of every kind of venue, and the quiz.</summary>
public static class InnPages
{
    private const string CheckedBy = "/inns/today/"; // this page's date and office hold for the data behind all of them
    private static readonly string[] AfterCheck = ["/inns/today/", "/inns/print/", "/plastics/check/"];
    private static readonly string[] AfterQuiz = ["/visit/", "/sorting/", "/sorting/items/", "/inns/print/"];

    /// <summary>The pages; none for a folder without the data.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content)
    {
        var checkedBy = content.Pages.FirstOrDefault(page => page.Url == CheckedBy);
        return checkedBy is null ? [] : [.. content.Inns.Venues.Select(venue => Check(venue, checkedBy, content)), Quiz(content)];
    }

    /// <summary>Address of a venue's self-check; the inns' own is the section's.</summary>
    public static string CheckOf(CheckVenue venue) => venue.Id == "inn" ? "/inns/self-check/" : $"/inns/self-check/{venue.Id}/";

    private static SitePage Check(CheckVenue venue, ContentPage checkedBy, ContentFolder content) => new()
    {
        Address = CheckOf(venue),
        Title = venue.Review,
        Summary = $"{venue.Name}自己查一遍垃圾分类和限塑：{content.Inns.For(venue.Id).Count} 个问题，每个有理由、依据和怎么改，结果能打印，只存在您的设备上。",
        Body = typeof(SelfCheckBody),
        Scripts = ["self-check", "print"],
        Styles = ["inns"],
        Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SelfCheckBody.Venue)] = venue,
            [nameof(SelfCheckBody.Questions)] = content.Inns.For(venue.Id),
            [nameof(SelfCheckBody.Office)] = content.Offices.Find(checkedBy.Front.Office)?.Name ?? "",
            [nameof(SelfCheckBody.On)] = checkedBy.Front.CheckedOn,
            [nameof(SelfCheckBody.Links)] = content.Inns.Venues.Where(other => other != venue).Select(CheckOf).Concat(AfterCheck).Select(address => Titles.Link(address, content)).ToList(),
        },
    };

    private static SitePage Quiz(ContentFolder content) => new()
    {
        Address = "/visit/quiz/",
        Title = "分类小测验",
        Summary = $"{content.Inns.Quiz.Count} 样常被投错的东西，选一个桶，马上看答案和理由。给游客、学生和农家院干活的人。",
        Body = typeof(QuizBody),
        Scripts = ["quiz"],
        Styles = ["inns"],
        Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(QuizBody.Items)] = content.Inns.Quiz.Select(id => content.Sorting.Item(id)!).ToList(),
            [nameof(QuizBody.Sorting)] = content.Sorting,
            [nameof(QuizBody.Links)] = AfterQuiz.Select(address => Titles.Link(address, content)).ToList(),
        },
    };
}
