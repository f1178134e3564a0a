using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;
using Jizhou.Public.Site.Markdown.Cite;
using Jizhou.Public.Site.Markdown.Fine;
using Jizhou.Public.Site.Markdown.Note;
using Jizhou.Public.Site.Markdown.Pickup;
using Jizhou.Public.Site.Markdown.Places;
using Jizhou.Public.Site.Markdown.Rule;
using Jizhou.Public.Site.Markdown.Safety;
using Jizhou.Public.Site.Markdown.Steps;
using Jizhou.Public.Site.Markdown.Tables;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Jizhou.Public.Site.Markdown;

/// <summary>Turns the Markdown of a page into HTML. Refuses raw HTML, unsafe addresses, unknown citations and unknown boxes as content problems.</summary>
public sealed class MarkdownText
{
    // Only what pages use: no generic attributes (they could set any attribute), no raw HTML (Safety refuses it).
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub) // keeps Chinese; the default makes "section-1" of it
        .UsePreciseSourceLocation()
        .Use<ScrollingTables>()
        .Use<BoxExtension>()
        .Use<CiteExtension>()
        .Use<FineExtension>()
        .Use<PickupExtension>()
        .Build();

    private static readonly IReadOnlyList<IBox> Boxes = [new StepsBox(), new RuleBox(), new NoteBox("tip", "提示"), new NoteBox("warn", "当心"), new PlacesBox()];

    private readonly LegalLibrary _legal;
    private readonly PenaltyBook _penalties;
    private readonly IReadOnlyDictionary<string, string> _pickup;

    /// <summary>A writer that knows what one content folder says of law, fines and the pickup.</summary>
    public MarkdownText(ContentFolder content)
        : this(content.Legal, content.Penalties, content.Bulky is { } book ? BulkyNumbers.Of(book) : new Dictionary<string, string>())
    {
    }

    /// <summary>A writer that knows these facts.</summary>
    public MarkdownText(LegalLibrary legal, PenaltyBook penalties, IReadOnlyDictionary<string, string> pickup)
    {
        _legal = legal;
        _penalties = penalties;
        _pickup = pickup;
    }

    /// <summary>Writes one body. Citations that a page names in its front matter join the foot list after those of the text.</summary>
    /// <param name="markdown">The body, without front matter.</param>
    /// <param name="file">Path below the content folder, for problems.</param>
    /// <param name="firstLine">The line of the file on which the body begins, from 1.</param>
    /// <param name="alsoCited">Citations of the front matter, in their order.</param>
    public WrittenText Write(string markdown, string file, int firstLine, IEnumerable<string> alsoCited)
    {
        var notes = new WritingNotes(file, firstLine, _legal, _penalties, _pickup);
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        SafeMarkdown.Check(document, notes);

        using var writer = new StringWriter();
        var renderer = new PageHtmlRenderer(writer, notes, Boxes);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        foreach (var reference in alsoCited)
        {
            notes.Cite(reference, line: 0);
        }

        return new WrittenText(writer.ToString(), notes.Cited, notes.Problems);
    }
}
