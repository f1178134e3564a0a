using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Content;

/// <summary>Everything in <c>content/</c>, read, checked and immutable. The site build and the API's start both begin here.</summary>
public sealed record ContentFolder
{
    /// <summary>The folder it was read from.</summary>
    public required string Path { get; init; }

    /// <summary>Documents that may be cited.</summary>
    public required LegalLibrary Legal { get; init; }

    /// <summary>Dated amounts of fines.</summary>
    public required PenaltyBook Penalties { get; init; }

    /// <summary>Who answers for what.</summary>
    public required OfficeDirectory Offices { get; init; }

    /// <summary>The ten indicators, in the plan's order.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The plan as data.</summary>
    public required DistrictPlan Plan { get; init; }

    /// <summary>What this portal does for the plan's measures and projects.</summary>
    public PlanServices PlanServices { get; init; } = PlanServices.None;

    /// <summary>Sorting categories and items.</summary>
    public required SortingCatalogue Sorting { get; init; }

    /// <summary>Townships, villages, outline.</summary>
    public required Geography Geo { get; init; }

    /// <summary>Public holidays.</summary>
    public required HolidayCalendar Calendar { get; init; }

    /// <summary>How names are read.</summary>
    public required PinyinTable Pinyin { get; init; }

    /// <summary>The bulky pickup; null for a folder without data/bulky.</summary>
    public BulkyBook? Bulky { get; init; }

    /// <summary>What residents are told about a pickup; null for a folder without it.</summary>
    public NoticeBook? Notices { get; init; }

    /// <summary>Who may hand out which plastics, and since when.</summary>
    public PlasticsRulebook Plastics { get; init; } = PlasticsRulebook.Empty;

    /// <summary>What an inn must get right: one-pager, self-check, quiz.</summary>
    public InnBook Inns { get; init; } = InnBook.Empty;

    /// <summary>Who may collect what, where.</summary>
    public IReadOnlyList<Collector> Collectors { get; init; } = [];

    /// <summary>Books that businesses keep.</summary>
    public IReadOnlyList<Ledger> Ledgers { get; init; } = [];

    /// <summary>National colours of the four bins for print.</summary>
    public IReadOnlyList<PrintColour> PrintColours { get; init; } = [];

    /// <summary>Kinds of places and what they take.</summary>
    public PlaceVocabulary Places { get; init; } = PlaceVocabulary.Empty;

    /// <summary>When each township takes back farm inputs, by first day.</summary>
    public IReadOnlyList<HandIn> HandIns { get; init; } = [];

    /// <summary>Places for demonstration.</summary>
    public IReadOnlyList<SamplePlace> SamplePlaces { get; init; } = [];

    /// <summary>What can be reported, and who answers.</summary>
    public ReportBook Reports { get; init; } = ReportBook.Empty;

    /// <summary>What is allowed and still deserves a look; the site's build tells it.</summary>
    public IReadOnlyList<ContentProblem> Warnings { get; init; } = [];

    /// <summary>The Markdown pages, by path.</summary>
    public required IReadOnlyList<ContentPage> Pages { get; init; }

    /// <summary>Reads and checks a content folder; throws one <see cref="ContentException"/> that carries every problem.</summary>
    public static ContentFolder Load(string path)
    {
        var source = new ContentSource(path);
        source.ThrowIfAny();
        var legal = LegalFile.Read(source);
        var penalties = PenaltyFile.Read(source, legal);
        var offices = OfficeFile.Read(source);
        var geo = GeoFiles.Read(source);
        var places = PlaceVocabularyFile.ReadIfThere(source);
        var sorting = SortingFiles.Read(source, legal, places);
        var plan = PlanFiles.Read(source, legal, offices);
        var pages = PageFiles.Read(source, legal, penalties, offices);
        var handIns = HandInFile.ReadIfThere(source, places, geo);
        var folder = new ContentFolder
        {
            Path = path,
            Legal = legal,
            Penalties = penalties,
            Offices = offices,
            Indicators = IndicatorFile.Read(source, legal, offices),
            Plan = plan,
            PlanServices = PlanServiceFile.ReadIfThere(source, plan, pages),
            Sorting = sorting,
            Geo = geo,
            Calendar = HolidayFile.Read(source, legal),
            Pinyin = PinyinFile.Read(source),
            Places = places,
            HandIns = handIns,
            SamplePlaces = [.. SamplePlaceFile.ReadIfThere(source, places, geo), .. handIns.Where(one => one.Sample).Select(one => one.ToSamplePlace(geo))],
            Bulky = BulkyFile.ReadIfThere(source, geo),
            Notices = NoticeFile.ReadIfThere(source),
            Plastics = PlasticsFile.ReadIfThere(source, legal, penalties),
            Reports = ReportFile.ReadIfThere(source, offices),
            Inns = InnFiles.ReadIfThere(source, legal, penalties, sorting),
            Collectors = CollectorFile.ReadIfThere(source, geo),
            Ledgers = LedgerFile.ReadIfThere(source, legal),
            PrintColours = PrintColourFile.ReadIfThere(source, sorting),
            Pages = pages,
        };
        source.ThrowIfAny();
        return folder with { Warnings = source.Warnings };
    }
}
