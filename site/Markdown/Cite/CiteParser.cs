using Markdig.Helpers;
using Markdig.Parsers;

namespace Jizhou.Public.Site.Markdown.Cite;

/// <summary>Reads <c>[@…]</c>; anything else that begins with a bracket is left to links.</summary>
public sealed class CiteParser : InlineParser
{
    /// <summary>Makes the parser.</summary>
    public CiteParser() => OpeningCharacters = ['['];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@')
        {
            return false;
        }

        var close = slice.IndexOf(']');
        if (close < 0)
        {
            return false;
        }

        var reference = slice.Text[(slice.Start + 2)..close].Trim();
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new CiteInline(reference) { Line = line };
        slice.Start = close + 1;
        return true;
    }
}
