namespace Jizhou.Public.Content;

/// <summary>The content folder while it is being read: opens files and collects what is wrong in them.</summary>
public sealed class ContentSource
{
    private readonly List<ContentProblem> _problems = [];
    private readonly List<ContentProblem> _unreadable = [];
    private readonly List<ContentProblem> _warnings = [];

    /// <summary>Opens a content folder; refuses a folder that does not exist.</summary>
    public ContentSource(string root)
    {
        Root = root;
        if (!Directory.Exists(root))
        {
            Report("", 0, $"the content folder {root} does not exist", "start the program from the checkout, or name the folder that holds pages/ and data/");
        }
    }

    /// <summary>The content folder itself.</summary>
    public string Root { get; }

    /// <summary>What is wrong so far, ordered by file and line.</summary>
    public IReadOnlyList<ContentProblem> Problems =>
        [.. (_unreadable.Count > 0 ? _unreadable : _problems).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    /// <summary>Notes one problem; reading goes on, so that all of them are told at once.</summary>
    public void Report(string file, int line, string what, string howToMend) =>
        _problems.Add(new ContentProblem(file, line, what, howToMend));

    /// <summary>What is allowed and still deserves a look, ordered by file and line.</summary>
    public IReadOnlyList<ContentProblem> Warnings => [.. _warnings.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    /// <summary>Notes something that is allowed and still deserves a look; it stops nothing.</summary>
    public void Warn(string file, int line, string what, string howToMend) => _warnings.Add(new ContentProblem(file, line, what, howToMend));

    /// <summary>
    /// Notes that a file could not be read at all. Then only such problems are told: everything that refers to the file would
    /// look wrong too and hide the one line that matters.
    /// </summary>
    public void ReportUnreadable(string file, int line, string what, string howToMend) =>
        _unreadable.Add(new ContentProblem(file, line, what, howToMend));

    /// <summary>Ends the reading: throws when anything was wrong.</summary>
    public void ThrowIfAny()
    {
        if (Problems.Count > 0)
        {
            throw new ContentException(Problems);
        }
    }

    /// <summary>The text of a file below the content folder, or null (and a problem) when it is missing.</summary>
    public string? Text(string file)
    {
        var path = Path.Combine(Root, file);
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        ReportUnreadable(file, 0, "the file is missing", "restore it from version control, or see content/README.md for what it holds");
        return null;
    }

    /// <summary>The mapping at the top of a YAML file; an empty one when the file cannot be read.</summary>
    public YamlMap Yaml(string file) => YamlFile.Parse(this, file, Text(file) ?? "", firstLine: 1);

    /// <summary>The rows of a CSV file that has exactly these columns.</summary>
    public IReadOnlyList<CsvRow> Csv(string file, params string[] columns) =>
        CsvFile.Parse(this, file, Text(file), ',', columns);

    /// <summary>The rows of a tab-separated file that has exactly these columns.</summary>
    public IReadOnlyList<CsvRow> Tsv(string file, params string[] columns) =>
        CsvFile.Parse(this, file, Text(file), '\t', columns);

    /// <summary>Files below a folder that end in an extension, as paths below the content folder, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string folder, string extension)
    {
        var path = Path.Combine(Root, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, "*" + extension, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)];
    }
}
