namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>How far an upload has come.</summary>
public enum UploadState
{
    /// <summary>The file is being read and compared.</summary>
    Reading,

    /// <summary>Somebody has to say in which datum its positions are.</summary>
    AsksDatum,

    /// <summary>Somebody has to look at the hours and words that were translated or that nobody knows.</summary>
    AsksWords,

    /// <summary>The dry run can be looked at.</summary>
    Report,

    /// <summary>It is being imported.</summary>
    Importing,

    /// <summary>It was imported.</summary>
    Done,

    /// <summary>The file cannot be read; its settings can be changed.</summary>
    Failed,
}

/// <summary>What the clerk says about a file.</summary>
/// <param name="Scope"><c>all</c>, <c>add</c> or <c>townships:CODE,CODE</c>.</param>
/// <param name="Kind">Code of the kind for rows that name none.</param>
/// <param name="Format">Code of the format; blank when it is recognised.</param>
/// <param name="Encoding">Code of the encoding; blank when it is recognised.</param>
/// <param name="Mapping">Lines of a mapping; blank for none.</param>
/// <param name="Source">Where the records come from; blank for the file's name.</param>
public sealed record UploadSettings(string Scope, string Kind, string Format, string Encoding, string Mapping, string Source)
{
    /// <summary>What the empty form says.</summary>
    public static UploadSettings Default { get; } = new("", "collection-point", "", "", "", "");

    /// <summary>Reads the fields of the form.</summary>
    public static UploadSettings Of(IReadOnlyDictionary<string, string[]> fields)
    {
        string One(string name) => fields.GetValueOrDefault(name)?[0].Trim() ?? "";
        var townships = fields.GetValueOrDefault("township") ?? [];
        var scope = One("scope") == "townships" ? $"townships:{string.Join(',', townships)}" : One("scope");
        return new(scope, One("kind"), One("format"), One("encoding"), One("mapping"), One("source"));
    }

    /// <summary>What is wrong with them, in words; null when nothing is.</summary>
    public string? Problem() => Scope switch
    {
        "all" or "add" => null,
        "townships:" => "请勾选这个文件包含哪些乡镇，或改选“只补充”。",
        _ when Scope.StartsWith("townships:", StringComparison.Ordinal) => null,
        _ => "请选择这个文件是什么：全区全部、某几个乡镇全部，还是只补充。",
    };
}

/// <summary>A place of the result page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record PlaceLink(string Id, string Name);

/// <summary>What is kept beside an uploaded file, so that neither a reload nor a restart loses it.</summary>
public sealed record UploadNote
{
    /// <summary>Public id, unguessable.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }

    /// <summary>How far it has come.</summary>
    public UploadState State { get; init; }

    /// <summary>What went wrong last, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>What the clerk says about it.</summary>
    public required UploadSettings Settings { get; init; }

    /// <summary>The datum that was chosen; null while nobody was asked.</summary>
    public string? Crs { get; init; }

    /// <summary>What was decided about its words.</summary>
    public ImportChoices Choices { get; init; } = ImportChoices.None;

    /// <summary>What the import did, in words.</summary>
    public string? Outcome { get; init; }

    /// <summary>The first places that are new or changed.</summary>
    public IReadOnlyList<PlaceLink> Links { get; init; } = [];
}
