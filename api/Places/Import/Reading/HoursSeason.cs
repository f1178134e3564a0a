using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>A part of the year: 5-9月, 夏季(5月1日-9月30日). A season without its months says nothing sure.</summary>
/// <param name="Text">In the OpenStreetMap syntax.</param>
/// <param name="From">First day, as 100 × month + day.</param>
/// <param name="To">Last day.</param>
internal sealed partial record HoursSeason(string Text, int From, int To)
{
    private const int LastOfMonth = 31;

    /// <summary>The length of the months at the beginning of a text, 0 for none.</summary>
    public static int Match(string rest, out HoursSeason? season)
    {
        season = null;
        var found = Months().Match(rest);
        if (!found.Success)
        {
            return 0;
        }

        var from = Number(found, "month1");
        var to = found.Groups["month2"].Success ? Number(found, "month2") : from;
        var (first, last) = (found.Groups["day1"].Success, found.Groups["day2"].Success);
        if (from is < 1 or > 12 || to is < 1 or > 12 || first != last)
        {
            return 0;
        }

        var (day1, day2) = first ? (Number(found, "day1"), Number(found, "day2")) : (1, LastOfMonth);
        if (day1 is < 1 or > LastOfMonth || day2 is < 1 or > LastOfMonth)
        {
            return 0;
        }

        season = new(Written(from, to, first ? day1 : 0, first ? day2 : 0), (100 * from) + day1, (100 * to) + day2);
        return found.Length;
    }

    /// <summary>Whether a day lies in both.</summary>
    public bool Meets(HoursSeason other) => Holds(other.From) || other.Holds(From);

    private bool Holds(int day) => From <= To ? day >= From && day <= To : day >= From || day <= To;

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Written(int from, int to, int day1, int day2)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
        var (first, last) = (names[from - 1], names[to - 1]);
        if (day1 > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{first} {day1:00}-{last} {day2:00}");
        }

        return from == to ? first : $"{first}-{last}";
    }

    [GeneratedRegex("^((春|夏|秋|冬|春夏|夏秋|秋冬|冬春)(季|天)(作息|时间|开放时间)?[(:]?)?((?<month1>\\d{1,2})月份?((?<day1>\\d{1,2})[日号])?(-(?<month2>\\d{1,2})月份?((?<day2>\\d{1,2})[日号])?)?|(?<month1>\\d{1,2})-(?<month2>\\d{1,2})月份?(?!\\d))\\)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Months();
}
