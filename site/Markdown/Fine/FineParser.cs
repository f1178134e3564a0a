using Markdig.Helpers;
using Markdig.Parsers;

namespace Jizhou.Public.Site.Markdown.Fine;

/// <summary>Reads <c>{fine:…}</c>.</summary>
public sealed class FineParser : InlineParser
{
    private const string Opening = "{fine:";

    /// <summary>Makes the parser.</summary>
    public FineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var close = slice.IndexOf('}');
        if (!slice.Match(Opening) || close < 0)
        {
            return false;
        }

        var reference = slice.Text[(slice.Start + Opening.Length)..close].Trim();
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new FineInline(reference) { Line = line };
        slice.Start = close + 1;
        return true;
    }
}
