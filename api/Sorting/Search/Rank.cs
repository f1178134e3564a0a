namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// The order of reasons, lowest first: whole name, whole pinyin, beginnings, middles, a name inside a question, slips of the pen.
/// Within a reason: the fewest characters beside the match, then own names before aliases, then the earliest place.
/// </summary>
internal static class Rank
{
    public const uint Whole = 0;
    public const uint WholePinyin = 1;
    public const uint WholeInitials = 2;
    public const uint Beginning = 3;
    public const uint PinyinBeginning = 4;
    public const uint InitialsBeginning = 5;
    public const uint Inside = 6;
    public const uint PinyinInside = 7;
    public const uint InitialsInside = 8;
    public const uint AskedFor = 9;
    public const uint Asked = 10;
    public const uint SoundsAlike = 11;
    public const uint OneSlip = 12;
    public const uint TwoSlips = 13;
    public const uint InOrder = 14;

    /// <summary>Which of three reasons a match gives: the whole name, its beginning, or from inside it on.</summary>
    public static uint Choose(uint whole, uint beginning, uint inside, int extra, int place)
    {
        if (place > 0)
        {
            return inside;
        }

        return extra == 0 ? whole : beginning;
    }

    /// <summary>One comparable number; extra and place are cut off at 255.</summary>
    public static uint Of(uint reason, NameSource source, int extra, int place) =>
        reason << 24 | (uint)Math.Min(extra, 255) << 16 | (uint)source << 8 | (uint)Math.Min(place, 255);
}
