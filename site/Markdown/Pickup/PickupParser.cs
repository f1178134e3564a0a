using Markdig.Helpers;
using Markdig.Parsers;

namespace Jizhou.Public.Site.Markdown.Pickup;

/// <summary>Reads <c>{pickup:…}</c>.</summary>
public sealed class PickupParser : InlineParser
{
    private const string Opening = "{pickup:";

    /// <summary>Makes the parser.</summary>
    public PickupParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var close = slice.IndexOf('}');
        if (!slice.Match(Opening) || close < 0)
        {
            return false;
        }

        var key = slice.Text[(slice.Start + Opening.Length)..close].Trim();
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new PickupInline(key) { Line = line };
        slice.Start = close + 1;
        return true;
    }
}
