namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>What has been read of Chinese hours so far. A method that answers false has met something that may mean two things.</summary>
internal sealed class HoursSentence
{
    private const int EveryDay = 127;
    private const int Holidays = 128;

    private readonly List<HoursClause> _clauses = [new()];
    private readonly List<HoursClause> _leftOut = [];
    private int _neverClosed;
    private bool _isNoonOpen;
    private bool _isBracketAfterTimes;

    private HoursClause Last => _clauses[^1];

    /// <summary>Words in brackets behind times, 8:00-12:00(周一至周五), might belong to the times before or after them; whole rules may stand there.</summary>
    public bool Bracket(bool opens)
    {
        var isWhole = opens || !_isBracketAfterTimes || Last.IsDone;
        _isBracketAfterTimes = opens && Last.IsDone;
        return isWhole;
    }

    /// <summary>Adds a span of time to what was said last.</summary>
    public bool AddSpan(int opens, int closes)
    {
        Last.Spans.Add((opens, closes));
        return !Last.IsOff;
    }

    /// <summary>Adds all hours of the day.</summary>
    public bool AddWholeDay() => Last.Spans.Contains((0, 1440)) || AddSpan(0, 1440);

    /// <summary>Days for the times that follow.</summary>
    public void AddDays(IReadOnlyList<string> days, bool workdays)
    {
        if (Last.IsDone)
        {
            _clauses.Add(new HoursClause { Season = Last.Season });
        }

        Last.Days.AddRange(days);
        Last.IsWorkdays |= workdays;
    }

    /// <summary>Months for what follows.</summary>
    public bool AddSeason(HoursSeason season)
    {
        if (!Last.IsEmpty)
        {
            _clauses.Add(new HoursClause());
        }

        Last.Season = season;
        return _clauses.Count == 1 || _clauses[^2].IsDone;
    }

    /// <summary>Days that are closed.</summary>
    public bool Close(IReadOnlyList<string> days)
    {
        if (!Last.IsDone && !Last.IsEmpty)
        {
            return false; // 周一至周五，节假日休息: closed on all of them?
        }

        var closed = new HoursClause { Season = Last.Season, IsOff = true };
        closed.Days.AddRange(days);
        if (Last.IsEmpty)
        {
            _clauses.RemoveAt(_clauses.Count - 1);
        }

        _clauses.Add(closed);
        return true;
    }

    /// <summary>Days that are left out of the others.</summary>
    public bool LeaveOut(IReadOnlyList<string> days)
    {
        var leftOut = new HoursClause { IsOff = true };
        leftOut.Days.AddRange(days);
        _leftOut.Add(leftOut);
        return !days.Any(day => day.Contains('-', StringComparison.Ordinal));
    }

    /// <summary>Days that are said not to be closed; whether they are among the open ones is seen at the end.</summary>
    public void NeverClosed(IReadOnlyList<string> days) => _neverClosed |= HoursClause.MaskOf(days);

    /// <summary>Open the whole year, or over noon.</summary>
    public bool Stay(bool atNoon)
    {
        _isNoonOpen |= atNoon;
        _neverClosed |= atNoon ? 0 : EveryDay | Holidays;
        return true;
    }

    /// <summary>Everything in the OpenStreetMap syntax, or null when it does not say one sure thing.</summary>
    public string? Write()
    {
        var clauses = _clauses.Where(clause => !clause.IsEmpty).Concat(_leftOut).ToList();
        var open = clauses.Where(clause => !clause.IsOff).ToList();
        Merge(clauses, open);
        if (clauses.Count == 0 || clauses.Exists(clause => !clause.IsDone) || open.Exists(clause => !clause.AreSpansInOrder()) || Contradicts(clauses, open))
        {
            return null;
        }

        if (clauses is [{ HasDays: false, Season: null, Spans: [(0, 1440)] }])
        {
            return "24/7";
        }

        // A later rule of the syntax overrides an earlier one: closed days stand last, holidays before them.
        List<string> rules = [.. clauses.OrderBy(clause => (clause.IsOff ? 2 : 0) + (clause.HasHolidays ? 1 : 0)).Select(clause => clause.Write())];
        if (open.Count == 0)
        {
            rules.Insert(0, "Mo-Su unknown"); // closed on some days: nothing is said about the others
        }

        if (clauses.Exists(clause => clause.IsWorkdays) && !clauses.Exists(clause => clause.HasHolidays))
        {
            rules.Add("PH off");
        }

        return string.Join("; ", rules);
    }

    /// <summary>周一8:00-12:00，周一14:00-17:00 is one rule: in the syntax the second would override the first.</summary>
    private static void Merge(List<HoursClause> clauses, List<HoursClause> open)
    {
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i - 1].Mask == open[i].Mask && Equals(open[i - 1].Season, open[i].Season))
            {
                open[i - 1].Spans.AddRange(open[i].Spans);
                open[i - 1].IsWorkdays |= open[i].IsWorkdays;
                clauses.Remove(open[i]);
                open.RemoveAt(i);
            }
        }
    }

    private bool Contradicts(List<HoursClause> clauses, List<HoursClause> open)
    {
        var off = clauses.Where(clause => clause.IsOff).ToList();
        var isTwice = open.Where((one, i) => open.Skip(i + 1).Any(other => (one.Mask & other.Mask) != 0 && MayMeet(one, other))).Any();
        var isClosedAgain = open.Exists(one => one.HasDays && off.Exists(closed => (one.Mask & ~closed.Mask) == 0));
        var isSeasonUnsure = off.Exists(closed => closed.Season is not null && open.Exists(one => !Equals(one.Season, closed.Season)));
        var isLeftOutOfNothing = _leftOut.Count > 0 && open.Count == 0;
        return isTwice || isClosedAgain || isSeasonUnsure || isLeftOutOfNothing || (_isNoonOpen && open.Exists(one => one.Spans.Count > 1)) || ClosesAfterAll(off, open);
    }

    private static bool MayMeet(HoursClause one, HoursClause other) => one.Season is null || other.Season is null || one.Season.Meets(other.Season);

    /// <summary>Whether days that are said never to be closed are not among the open ones.</summary>
    private bool ClosesAfterAll(List<HoursClause> off, List<HoursClause> open)
    {
        var days = open.Aggregate(0, (mask, one) => mask | one.Mask);
        days |= days == EveryDay && !open.Exists(one => one.IsWorkdays) ? Holidays : 0;
        days &= ~off.Aggregate(0, (mask, one) => mask | one.Mask);
        return (_neverClosed & ~days) != 0;
    }
}
