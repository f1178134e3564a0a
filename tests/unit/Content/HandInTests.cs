using System.Text;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Words;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The days of hand-in: refused when wrong, sample places, and a calendar that calendars can read.</summary>
public sealed class HandInTests
{
    private const string File = "data/farm/hand-in.csv";
    private static readonly ContentFolder Content = TestContent.Real;

    [Theory]
    [InlineData("hand-in-120119104-2026-12-07,120119104,", "hand-in-120119104-2026-12-07,120119999,", "unknown township \"120119999\"")]
    [InlineData("2026-12-07,2026-12-11", "2026-12-11,2026-12-07", "it ends on 2026-12-07 and begins on 2026-12-11")]
    [InlineData("2026-12-07,2026-12-11", "2026-12-07,2027-12-11", "it lasts 370 days")]
    [InlineData("08:30-11:30", "8点半", "the hours are \"8点半\"")]
    [InlineData("mulch-film pesticide-packaging,", "mulch-film nuclear-waste,", "unknown material in \"mulch-film nuclear-waste\"")]
    [InlineData("示例地址，位置为示意（下营镇）", "下营镇某处", "\"下营镇某处\" is a sample and does not say so")]
    [InlineData("2026-11-22,true", ",true", "\"checked_on\" is empty")]
    public void A_wrong_week_stops_the_build(string old, string now, string what) =>
        Assert.Contains(TestContent.ProblemsAfter(File, text => text.Replace(old, now, StringComparison.Ordinal)), problem => problem.File == File && problem.What == what);

    [Fact]
    public void Every_sample_week_is_a_mobile_event_on_each_of_its_days()
    {
        var places = Content.SamplePlaces.Select(sample => sample.Place).Where(place => place.Dates.Count > 0).ToList();
        Assert.Equal(Content.HandIns.Where(one => one.Sample).Select(one => one.Id), places.Select(place => place.Id));
        Assert.All(places, place => Assert.Equal("mobile-event", place.Kind));
        Assert.Equal([7, 8, 9, 10, 11], places.Single(place => place.Id == "hand-in-120119104-2026-12-07").Dates.Select(day => day.Day));
    }

    [Fact]
    public void The_calendar_ends_lines_with_CRLF_and_folds_them_at_75_octets_between_characters()
    {
        var text = HandInCalendar.Write(Content.HandIns, Content);
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.DoesNotContain('\uFFFD', text);

        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(Content.HandIns.Count, unfolded.Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal(Content.HandIns.Count, unfolded.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains("DTSTART;VALUE=DATE:20261207", unfolded);
        Assert.Contains("DTEND;VALUE=DATE:20261212", unfolded); // the day after the last
        Assert.Contains("SUMMARY:示例·下营镇交回废旧农膜、农药包装、化肥包装", unfolded);
    }

    [Fact]
    public void Commas_semicolons_and_line_ends_of_words_are_escaped()
    {
        var text = HandInCalendar.Write([Content.HandIns[0] with { Where = "东头,\n西头;南头" }], Content);
        Assert.Contains("LOCATION:东头\\,\\n西头\\;南头\r\n", text, StringComparison.Ordinal);
    }
}
