using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Pages;

namespace Jizhou.Public.UnitTests.Places.Pages;

/// <summary>The parts of a place's page.</summary>
public sealed class PlacePagePartsTests
{
    [Theory]
    [InlineData(0, "10 米")]
    [InlineData(412, "410 米")]
    [InlineData(996, "1.0 公里")]
    [InlineData(1874, "1.9 公里")]
    [InlineData(9949, "9.9 公里")]
    [InlineData(9950, "10 公里")]
    [InlineData(12_345, "12 公里")]
    public void Distances_are_said_as_people_say_them(double metres, string words) => Assert.Equal(words, DistanceWords.Of(metres));

    [Fact]
    public void The_week_begins_today_names_holidays_and_joins_the_night()
    {
        var week = Week("Mo-Fr 08:00-12:00,14:00-17:30; Sa 22:00-26:00; PH off", new DateOnly(2026, 9, 28)); // 国庆 begins on Thursday
        Assert.Equal("今天 9月28日（周一）", week[0].Day);
        Assert.Equal("8:00–12:00、14:00–17:30", week[0].Hours);
        Assert.Equal(("10月1日（周四，国庆节放假）", "不开放"), week[3]);
        var saturday = Week("Sa 22:00-26:00", new DateOnly(2026, 11, 28));
        Assert.Equal("22:00–24:00", saturday[0].Hours);
        Assert.Equal("0:00–2:00", saturday[1].Hours);
    }

    [Fact]
    public void The_table_says_what_the_state_says_at_every_quarter_hour()
    {
        string[] all = ["Mo-Su 06:30-08:30,18:00-20:30", "Mo-Fr 09:00-17:00; PH off", "Sa,Su 20:00-03:00", "24/7", "Mo[1] 10:00-11:00"];
        foreach (var hours in all.Select(OpeningHours.Parse))
        {
            for (var moment = new DateTimeOffset(2026, 12, 28, 0, 0, 0, TimeSpan.FromHours(8)); moment.Day != 8; moment = moment.AddMinutes(15))
            {
                var minute = (int)moment.TimeOfDay.TotalMinutes;
                var inTable = hours.On(DateOnly.FromDateTime(moment.DateTime), TestPlaces.Words.StateOf)
                    .Any(span => minute >= span.Start && minute < span.End);
                Assert.Equal(hours.StateAt(moment, TestPlaces.Words.StateOf).State is OpenState.Open or OpenState.Always, inTable);
            }
        }
    }

    [Theory]
    [InlineData("24/7")]
    [InlineData("问门卫")]
    [InlineData(null)]
    public void Hours_that_never_change_or_are_not_known_make_no_table(string? hours) =>
        Assert.DoesNotContain("<table", WeekTable.Of(Entry(hours), new DateOnly(2026, 11, 26), TestPlaces.Words), StringComparison.Ordinal);

    [Fact]
    public void Neighbours_are_the_nearest_others()
    {
        var snapshot = TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("b", 117.41), TestPlaces.Row("c", 117.402), TestPlaces.Row("d", lng: null));
        var ids = Regex.Matches(Neighbours.Of(snapshot, snapshot.Find("a")!), "/places/(?<id>[a-z]+)/").Select(match => match.Groups["id"].Value);
        Assert.Equal(["c", "b"], ids);
        var alone = TestPlaces.Snapshot(TestPlaces.Row("a"));
        Assert.Equal("", Neighbours.Of(alone, alone.Find("a")!));
    }

    [Fact]
    public void A_name_cannot_close_the_data_for_machines()
    {
        var row = TestPlaces.Row("a");
        var snapshot = TestPlaces.Snapshot(row with { Place = row.Place with { Name = "</script><b>" } });
        var html = PlaceData.Of(snapshot.Find("a")!, new DateOnly(2026, 11, 26), snapshot.Words, "https://example.cn/places/a/");
        Assert.Single(Regex.Matches(html, "</script>"));
        Assert.Contains("\"RecyclingCenter\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_material_leads_to_a_guide_that_exists()
    {
        var pages = TestPlaces.Content.Pages.Select(page => page.Url).ToHashSet();
        Assert.All(TestPlaces.Content.Places.Materials, material => Assert.Contains(material.Guide!, pages));
    }

    private static PlaceEntry Entry(string? hours) => TestPlaces.Snapshot(TestPlaces.Row("a", hours: hours)).Places[0];

    private static List<(string Day, string Hours)> Week(string hours, DateOnly today) =>
    [
        .. Regex.Matches(WeekTable.Of(Entry(hours), today, TestPlaces.Words), "<th scope=\"row\">(?<day>[^<]*)</th><td>(?<hours>[^<]*)</td>")
            .Select(match => (match.Groups["day"].Value, match.Groups["hours"].Value)),
    ];
}
