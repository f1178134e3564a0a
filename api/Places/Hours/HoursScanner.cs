using System.Globalization;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Reads a text from left to right, skipping blanks; every Take moves on only when it answers true.</summary>
internal sealed class HoursScanner(string text)
{
    /// <summary>Where the scanner stands; set it to go back.</summary>
    public int At { get; set; }

    /// <summary>Whether only blanks are left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return At == text.Length;
        }
    }

    /// <summary>Takes exactly this sign or word, in any case; a word must end there.</summary>
    public bool Take(string token)
    {
        SkipBlanks();
        if (string.Compare(text, At, token, 0, token.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        var end = At + token.Length;
        if (char.IsAsciiLetter(token[^1]) && end < text.Length && char.IsLetter(text[end]))
        {
            return false;
        }

        At = end;
        return true;
    }

    /// <summary>Takes one of these words; answers its place in the list.</summary>
    public bool TakeAny(IReadOnlyList<string> words, out int which)
    {
        for (which = 0; which < words.Count; which++)
        {
            if (Take(words[which]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a dash of any length.</summary>
    public bool TakeDash() => Take("-") || Take("–") || Take("—") || Take("－");

    /// <summary>Takes a whole number of at most four digits.</summary>
    public bool TakeNumber(out int number)
    {
        SkipBlanks();
        var start = At;
        while (At < text.Length && At - start < 4 && char.IsAsciiDigit(text[At]))
        {
            At++;
        }

        return int.TryParse(text.AsSpan(start, At - start), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether the minutes of a time follow: then the number before was an hour.</summary>
    public bool IsTimeNext()
    {
        var start = At;
        var time = (Take(":") || Take(".")) && TakeNumber(out _);
        At = start;
        return time;
    }

    /// <summary>Takes words in straight quotation marks.</summary>
    public bool TakeQuoted(out string words)
    {
        SkipBlanks();
        words = "";
        var end = At < text.Length && text[At] == '"' ? text.IndexOf('"', At + 1) : -1;
        if (end < 0)
        {
            return false;
        }

        words = text[(At + 1)..end];
        At = end + 1;
        return true;
    }

    private void SkipBlanks()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At]))
        {
            At++;
        }
    }
}
