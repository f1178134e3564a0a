using System.Globalization;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>Reads what the forms of the calendar send; every slip is a sentence.</summary>
public sealed class CalendarForm(IFormCollection form, PickupFacts facts, DateOnly today)
{
    private const int LongestNote = 60;
    private readonly List<string> _problems = [];

    /// <summary>What was wrong, so far.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Did the operator say yes on the page that asks?</summary>
    public bool IsSure => form["sure"] == "yes";

    /// <summary>Notes another slip.</summary>
    public void Refuse(string problem) => _problems.Add(problem);

    /// <summary>A field as it was typed.</summary>
    public string Text(string name) => form[name].ToString().Trim();

    /// <summary>The date; today or later, at most a year ahead.</summary>
    public DateOnly Date()
    {
        if (!TryDate(Text("date"), out var date) || date < today || date > today.AddDays(366))
        {
            Refuse($"日期“{Short(Text("date"))}”不对，请选今天到一年以内的一天。");
            return today;
        }

        return date;
    }

    /// <summary>The areas that were ticked, or the one of the page.</summary>
    public IReadOnlyList<ServiceArea> Areas()
    {
        var codes = form["area"].Where(code => code is { Length: > 0 }).Distinct(StringComparer.Ordinal).ToList();
        var areas = facts.Book.Areas.Where(area => codes.Contains(area.Code, StringComparer.Ordinal)).ToList();
        if (areas.Count == 0 || areas.Count != codes.Count)
        {
            Refuse("请至少选一个片区。");
        }

        return areas;
    }

    /// <summary>The windows that were ticked.</summary>
    public IReadOnlyList<PickupWindow> Windows()
    {
        var codes = form["window"].ToList();
        var windows = facts.Book.Rules.Windows.Where(window => codes.Contains(window.Code, StringComparer.Ordinal)).ToList();
        if (windows.Count == 0)
        {
            Refuse("请至少选一个时段。");
        }

        return windows;
    }

    /// <summary>Reason and what residents read.</summary>
    public (string Reason, string Words) Reason()
    {
        var (reason, note) = (Text("reason"), Text("note"));
        if (!ClosingReasons.Names.ContainsKey(reason))
        {
            Refuse("请选原因。");
        }

        if (note.Length > LongestNote || note.Any(char.IsControl))
        {
            Refuse($"补充说明最多 {LongestNote} 个字，写在一行里。");
        }

        return (reason, ClosingReasons.Words(reason, note));
    }

    /// <summary>The slots of areas, date and windows that are the areas' own days.</summary>
    public IReadOnlyList<SlotId> Slots()
    {
        var (areas, date, windows) = (Areas(), Date(), Windows());
        var own = areas.Where(area => AreaDay.Of(facts.Book.Rules, area, facts.Holidays, date).IsOfArea).ToList();
        if (own.Count == 0 && _problems.Count == 0)
        {
            Refuse($"{date:M月d日}（周{NoticeWords.Weekday(date)}）不是{string.Join('、', areas.Select(area => area.Name))}的收运日，没有什么要改。");
        }

        return [.. own.SelectMany(area => windows.Select(window => new SlotId(area.Code, date, window.Code)))];
    }

    /// <summary>How much a slot shall take.</summary>
    public SlotAmount Amount()
    {
        if (!int.TryParse(Text("stops"), NumberStyles.None, CultureInfo.InvariantCulture, out var stops) || stops is < 1 or > 1000)
        {
            Refuse($"户数“{Short(Text("stops"))}”不对，请填 1 到 1000 的整数。一户也不收，请用“停收”。");
        }

        if (!decimal.TryParse(Text("cubicMetres"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cubicMetres) || cubicMetres is < 0.1m or > 1000)
        {
            Refuse($"体积“{Short(Text("cubicMetres"))}”不对，请填 0.1 到 1000 的数，单位立方米。");
        }

        return new SlotAmount(stops, (int)(cubicMetres * 1000));
    }

    /// <summary>Reads a day such as 2026-12-03.</summary>
    public static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is > 2000 and < 2200;

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;
}
