using System.Globalization;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>One rule while it is being read: months, days, and spans or closed.</summary>
internal sealed class HoursClause
{
    private const string Week = "MoTuWeThFrSaSu";

    public HoursSeason? Season { get; set; }

    public List<string> Days { get; } = [];

    /// <summary>In minutes; one that ends before it begins ends on the next day.</summary>
    public List<(int Opens, int Closes)> Spans { get; } = [];

    public bool IsOff { get; init; }

    /// <summary>Whether 工作日 was said, which leaves holidays out.</summary>
    public bool IsWorkdays { get; set; }

    public bool HasDays => Days.Count > 0;

    /// <summary>Whether it says when, so that the next days begin another rule.</summary>
    public bool IsDone => Spans.Count > 0 || IsOff;

    public bool IsEmpty => !HasDays && !IsDone && Season is null;

    /// <summary>Whether holidays are among its days.</summary>
    public bool HasHolidays => Days.Contains("PH", StringComparer.Ordinal);

    /// <summary>Its days as bits: Monday to Sunday, then holidays.</summary>
    public int Mask => HasDays ? MaskOf(Days) : MaskOf(["Mo-Su"]);

    /// <summary>Days as bits.</summary>
    public static int MaskOf(IEnumerable<string> days) => days.SelectMany(part => part.Split(',')).Aggregate(0, (mask, part) => mask | Bits(part));

    /// <summary>Whether the spans follow one another: 8:00-12:00 1:00-5:00 may mean the afternoon, so it is not sure.</summary>
    public bool AreSpansInOrder()
    {
        for (var i = 1; i < Spans.Count; i++)
        {
            var (before, now) = (Spans[i - 1], Spans[i]);
            if (now.Opens < before.Closes || before.Closes <= before.Opens || (now.Closes <= now.Opens && now.Closes > Spans[0].Opens))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rule in the OpenStreetMap syntax.</summary>
    public string Write()
    {
        var days = Days.Count > 0 ? string.Join(',', Days.Distinct(StringComparer.Ordinal)) : "Mo-Su";
        var when = IsOff ? "off" : string.Join(',', Spans.Select(span => string.Create(
            CultureInfo.InvariantCulture, $"{span.Opens / 60:00}:{span.Opens % 60:00}-{span.Closes / 60:00}:{span.Closes % 60:00}")));
        return $"{(Season is null ? "" : Season.Text + " ")}{days} {when}";
    }

    private static int Bits(string part)
    {
        if (part == "PH")
        {
            return 1 << 7;
        }

        var (from, to) = (Week.IndexOf(part[..2], StringComparison.Ordinal) / 2, Week.IndexOf(part[^2..], StringComparison.Ordinal) / 2);
        var mask = 1 << to;
        for (var day = from; day != to; day = (day + 1) % 7)
        {
            mask |= 1 << day;
        }

        return mask;
    }
}
