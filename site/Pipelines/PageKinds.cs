using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Pages;
using Jizhou.Public.Site.Printing;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>Which component shows a Markdown page, what it gets to know, and which scripts it needs.</summary>
public static class PageKinds
{
    private const string SamplePlaces = "以下回收点为示例数据，请勿前往。";
    private const string SampleCollectors = "以下收运单位为示例数据，没有真实单位。";
    private const string SampleHandIns = "以下日子和地点为示例数据，请勿前往。";
    private const string SampleBooking = "演示：不会有车来。";

    private static readonly string[] HomeExamples = ["奶茶杯", "大骨头", "充电宝", "旧床垫", "床垫", "过期药品", "地膜"];

    /// <summary>The page of a view.</summary>
    public static SitePage Make(GuideView view, ContentFolder content, Assets assets, SiteSettings settings) => (view.Page.Url, view.Front.Template) switch
    {
        ("/sorting/", _) => Page<SortingBody>(view,
            (nameof(SortingBody.Categories), content.Sorting.Categories),
            (nameof(SortingBody.IndexAddress), assets.Data["item-index"]),
            (nameof(SortingBody.Count), content.Sorting.Items.Count)) with
        { Scripts = ["item-search"] },
        ("/sorting/rules/", _) => Page<RulesBody>(view,
            (nameof(RulesBody.Rules), content.Sorting.Rules.Where(rule => rule.Category is not null).ToList()),
            (nameof(RulesBody.Categories), content.Sorting.Categories.ToDictionary(category => category.Code, category => category.Name))),
        ("/sorting/call-takers/", _) => Page<CallTakersBody>(view,
            (nameof(CallTakersBody.IndexAddress), assets.Data["item-index"]),
            (nameof(CallTakersBody.AnswersAddress), assets.Data["spoken-answers"])) with
        { Scripts = ["call-takers"] },
        ("/plan/", _) => Page<PlanBody>(view, (nameof(PlanBody.Plan), content.Plan), (nameof(PlanBody.Chapters), PlanPages.Chapters(content.Plan))),
        ("/plastics/", _) => Page<PlasticsBody>(view, (nameof(PlasticsBody.Book), content.Plastics)),
        ("/plastics/check/", _) => Page<PlasticsCheckBody>(view, (nameof(PlasticsCheckBody.Book), content.Plastics)) with { Scripts = ["plastics-check"], Styles = ["plastics"] },
        ("/plastics/matrix/", _) => Page<PlasticsMatrixBody>(view, (nameof(PlasticsMatrixBody.Book), content.Plastics)) with { Styles = ["matrix"] },
        var (url, _) when PlasticsPages.Guides.TryGetValue(url, out var businesses) => Page<PlasticsGuideBody>(view,
            (nameof(PlasticsGuideBody.Book), content.Plastics),
            (nameof(PlasticsGuideBody.Businesses), businesses)),
        ("/plastics/ledger/", _) => LedgerPage(view, "bags", content),
        ("/farm/hand-in/", _) => Page<HandInBody>(view,
            (nameof(HandInBody.HandIns), content.HandIns),
            (nameof(HandInBody.Townships), content.Geo.Townships),
            (nameof(HandInBody.Words), content.Places)) with
        { Scripts = ["hand-in"], Styles = ["inns"], Notice = content.HandIns.Any(one => one.Sample) ? SampleHandIns : null },
        ("/farm/ledger/", _) => LedgerPage(view, "farm-inputs", content),
        ("/inns/kitchen-waste/ledger/", _) => LedgerPage(view, "kitchen-waste", content),
        ("/inns/today/", _) => Page<TodayBody>(view, (nameof(TodayBody.Lines), content.Inns.Today)) with { Scripts = ["print"], Styles = ["inns"], Slim = true },
        ("/inns/collectors/", _) => Page<CollectorsBody>(view,
            (nameof(CollectorsBody.Collectors), content.Collectors),
            (nameof(CollectorsBody.Townships), content.Geo.Townships)) with
        { Scripts = ["collectors"], Styles = ["inns"], Notice = content.Collectors.Any(one => one.Sample) ? SampleCollectors : null },
        ("/inns/publicity/", _) => Publicity(view, content, settings),
        ("/visit/", _) => Page<VisitBody>(view,
            (nameof(VisitBody.Colours), content.PrintColours),
            (nameof(VisitBody.Sorting), content.Sorting)) with
        { Styles = ["inns"], Slim = true },
        ("/404/", _) => Page<GuideBody>(view with { Text = view.Text with { Cited = [] } }) with { Address = "/404.html", Listed = false },
        (_, "home") => Page<HomeBody>(view, (nameof(HomeBody.Examples), Examples(content))),
        (_, "category") => Category(view, content),
        (_, "items") => Page<ItemListBody>(view,
            (nameof(ItemListBody.Letters), ItemLetter.Group(content.Sorting.Items, content.Pinyin)),
            (nameof(ItemListBody.Categories), content.Sorting.Categories.ToDictionary(category => category.Code, category => category.Name))),
        (_, "places") => Page<PlacesBody>(view,
            (nameof(PlacesBody.Townships), content.Geo.Townships),
            (nameof(PlacesBody.Files), assets.Data),
            (nameof(PlacesBody.MapScript), assets.Scripts["places-map"]),
            (nameof(PlacesBody.MapStyle), assets.Styles["places-map"]),
            (nameof(PlacesBody.MapNote), settings.MapNote),
            (nameof(PlacesBody.MapKey), settings.MapKey),
            (nameof(PlacesBody.Materials), content.Places.Materials.Select(material => new CodeName(material.Code, material.Name)).ToList()),
            (nameof(PlacesBody.Kinds), content.Places.Kinds.Select(kind => new CodeName(kind.Code, kind.Name)).ToList())) with
        { Scripts = ["places-finder"], Notice = SamplePlaces },
        (_, "booking") => Page<BookingBody>(view,
            (nameof(BookingBody.Townships), content.Geo.Townships),
            (nameof(BookingBody.AreasAddress), assets.Data["areas"]),
            (nameof(BookingBody.Book), content.Bulky)) with
        { Scripts = ["booking-form"], Styles = ["booking"], Notice = SampleNotice(content) },
        (_, "booking-manage") => Page<ManageBody>(view, (nameof(ManageBody.Rules), content.Bulky!.Rules)) with
        { Scripts = ["booking-manage"], Styles = ["booking"], Notice = SampleNotice(content) },
        (_, "indicators") => Page<IndicatorsBody>(view, (nameof(IndicatorsBody.Indicators), content.Indicators)),
        _ => Page<GuideBody>(view),
    };

    private static string? SampleNotice(ContentFolder content) => content.Bulky!.Rules.Sample ? SampleBooking : null;

    private static SitePage Publicity(GuideView view, ContentFolder content, SiteSettings settings)
    {
        var all = Printables.All(content, settings);
        return Page<PublicityBody>(view,
            (nameof(PublicityBody.Pack), PublicityPack.Of(content, view.Front.CheckedOn)),
            (nameof(PublicityBody.Screens), all.Where(one => one.OnScreen).ToList()),
            (nameof(PublicityBody.Pictures), all.Where(one => one.Id is "four-bins" or "room-card").ToList())) with
        { Scripts = ["text-copy"], Styles = ["inns"] };
    }

    private static SitePage LedgerPage(GuideView view, string id, ContentFolder content) => Page<LedgerBody>(view,
        (nameof(LedgerBody.Ledger), content.Ledgers.First(ledger => ledger.Id == id))) with
    { Scripts = ["ledger", "print"], Styles = ["ledger"] };

    private static SitePage Category(GuideView view, ContentFolder content)
    {
        var category = content.Sorting.Categories.FirstOrDefault(known => view.Page.Url == $"/sorting/{known.Code}/");
        var items = content.Sorting.Items.Where(item => item.Category == category?.Code);
        return Page<CategoryBody>(view,
            (nameof(CategoryBody.Category), category),
            (nameof(CategoryBody.Items), ItemLetter.Group(items, content.Pinyin).SelectMany(group => group.Items).ToList()));
    }

    private static IReadOnlyList<SortingItem> Examples(ContentFolder content) =>
        [.. HomeExamples.Select(name => content.Sorting.Items.FirstOrDefault(item => item.Name == name)).OfType<SortingItem>()];

    private static SitePage Page<TBody>(GuideView view, params (string Name, object? Value)[] more) => new()
    {
        Address = view.Page.Url,
        Title = view.Front.Title,
        Summary = view.Front.Summary,
        Body = typeof(TBody),
        Parameters = more.Append(("View", view)).ToDictionary(pair => pair.Item1, pair => pair.Item2),
    };
}
