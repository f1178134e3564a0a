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
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>The plan as data.</summary>
    public DistrictPlan? Plan { get; init; }

    /// <summary>Sorting categories and items.</summary>
    public SortingCatalogue Sorting { get; init; } = SortingCatalogue.Empty;

    /// <summary>Townships, villages, outline.</summary>
    public Geography Geo { get; init; } = Geography.Empty;

    /// <summary>Public holidays.</summary>
    public HolidayCalendar Calendar { get; init; } = HolidayCalendar.Empty;

    /// <summary>How names are read.</summary>
    public PinyinTable Pinyin { get; init; } = PinyinTable.Empty;

    /// <summary>The bulky pickup; null for a folder without data/bulky.</summary>
    public BulkyBook? Bulky { get; init; }

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
        var pages = PageFiles.Read(source, legal, penalties, offices);
        var bulky = BulkyFile.ReadIfThere(source, Geography.Empty);
        source.ThrowIfAny();
        return new ContentFolder
        {
            Path = path,
            Legal = legal,
            Penalties = penalties,
            Offices = offices,
            Bulky = bulky,
            Pages = pages,
        };
    }
}
