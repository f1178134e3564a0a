using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Hours;

public sealed class OpeningHoursTests
{
    // 2026-06-19 端午 is a Friday; 2026-11-23 a Monday
    private static readonly Func<DateOnly, DayState> Holidays =
        day => day == new DateOnly(2026, 6, 19) || day is { Month: 10, Day: <= 7 } ? DayState.Holiday : DayState.Workday;

    private static readonly Func<DateOnly, DayState> None = _ => DayState.Workday;

    public static TheoryData<string, bool, int> Vectors
    {
        get
        {
            var data = new TheoryData<string, bool, int>();
            foreach (var cells in Repository.Read("tests/samples/opening-hours-vectors.tsv").Trim().Split('\n').Skip(1).Select(line => line.Split('\t')))
            {
                data.Add(cells[0].Trim('"'), cells[2] == "1", int.Parse("0" + cells[3], CultureInfo.InvariantCulture));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Real_hours_give_the_minutes_of_the_reference(string text, bool parses, int weeklyMinutes)
    {
        var hours = OpeningHours.Parse(text);
        Assert.Equal(parses, hours.IsUnderstood);
        Assert.Equal(text, hours.Words);
        Assert.Equal(weeklyMinutes, hours.OpenMinutes(new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 22), None));
    }

    [Fact]
    public void All_nineteen_vectors_are_there() => Assert.Equal(19, Vectors.Count);

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 08:00", "open", "2026-11-23 18:00", null)]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 07:59", "closed", null, "2026-11-23 08:00")]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 18:00", "closed", null, "2026-11-24 08:00")] // half-open
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-27 19:00", "closed", null, "2026-11-30 08:00")] // over the weekend
    [InlineData("Mo 22:00-02:00", "2026-11-24 01:59", "open", "2026-11-24 02:00", null)]
    [InlineData("Mo 22:00-26:00", "2026-11-24 02:00", "closed", null, "2026-11-30 22:00")]
    [InlineData("Su 22:00-02:00", "2026-11-23 01:00", "open", "2026-11-23 02:00", null)] // Monday after Sunday night
    [InlineData("24/7", "2026-11-23 03:00", "always", null, null)]
    [InlineData("Mo-Su 00:00-24:00", "2026-11-23 03:00", "always", null, null)]
    [InlineData("24/7; PH off", "2026-06-18 12:00", "open", "2026-06-19 00:00", null)]
    [InlineData("24/7; PH off", "2026-06-19 12:00", "closed", null, "2026-06-20 00:00")]
    [InlineData("Mo-Su,PH 08:00-12:00", "2026-06-19 09:00", "open", "2026-06-19 12:00", null)]
    [InlineData("PH Fr off", "2026-06-19 09:00", "closed", null, null)]
    [InlineData("08:00-18:00; PH 09:00-11:00", "2026-06-19 12:00", "closed", null, "2026-06-20 08:00")]
    [InlineData("08:00-18:00; 12:00-13:00 off", "2026-11-23 12:30", "closed", null, "2026-11-23 13:00")]
    [InlineData("Apr-Oct", "2026-11-23 12:00", "closed", null, "2027-04-01 00:00")]
    [InlineData("Apr-Oct", "2026-06-01 12:00", "open", "2026-11-01 00:00", null)]
    [InlineData("Nov-Mar 09:00-16:00", "2027-01-05 10:00", "open", "2027-01-05 16:00", null)] // over the new year
    [InlineData("Dec 24-26 off", "2026-12-25 10:00", "closed", null, null)]
    [InlineData("08:00-18:00; Dec 24 - Jan 02 off", "2027-01-02 10:00", "closed", null, "2027-01-03 08:00")]
    [InlineData("2026 Dec 05 09:00-11:00", "2026-12-01 10:00", "closed", null, "2026-12-05 09:00")]
    [InlineData("2026 Dec 05 09:00-11:00", "2027-01-01 10:00", "closed", null, null)]
    [InlineData("Sa[1,-1] 09:00-12:00", "2026-11-23 10:00", "closed", null, "2026-11-28 09:00")]
    [InlineData("Sa[1] 09:00-12:00", "2026-11-23 10:00", "closed", null, "2026-12-05 09:00")]
    [InlineData("Mo 08:00-12:00 || \"打电话问\"", "2026-11-23 13:00", "unknown", null, "2026-11-30 08:00")]
    [InlineData("\"农忙时开\"", "2026-11-23 13:00", "unknown", null, null)]
    [InlineData("off", "2026-11-23 13:00", "closed", null, null)]
    public void A_moment_has_a_state_and_what_comes_next(string text, string at, string state, string? closes, string? opens)
    {
        var answer = OpeningHours.Parse(text).StateAt(Moment(at), Holidays);
        Assert.Equal(state, answer.State.Code());
        Assert.Equal(closes is null ? null : Moment(closes), answer.ClosesAt);
        Assert.Equal(opens is null ? null : Moment(opens), answer.NextOpening);
    }

    [Theory]
    [InlineData("nur Fusion Festival")]
    [InlineData("Mo-Fr 8-18 Uhr")]
    [InlineData("sunrise-sunset")]
    [InlineData("Mo 25:00-26:00")]
    [InlineData("Mo 09:70-10:00")]
    [InlineData("Mo 09:00-")]
    [InlineData("17:00+")]
    [InlineData("Mo[6] 09:00-10:00")]
    [InlineData("周一至周五8:00-17:30")]
    public void What_cannot_be_read_is_unknown_with_its_words_kept(string text)
    {
        var hours = OpeningHours.Parse(text);
        Assert.False(hours.IsUnderstood);
        Assert.Equal(OpenState.Unknown, hours.StateAt(Moment("2026-11-23 12:00"), None).State);
        Assert.Equal($"开放时间未知，原文：{text}", HoursWords.Of(hours));
    }

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 09:00", "现在开放，今天 18:00 关门")]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 18:30", "已关门，明天 8:00 开门")]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-27 18:30", "已关门，11月30日（周一） 8:00 开门")]
    [InlineData("Sa 08:30-12:00 \"按门铃\"", "2026-11-28 09:00", "现在开放，今天 12:00 关门（按门铃）")]
    [InlineData("24/7", "2026-11-23 09:00", "全天开放")]
    [InlineData("off", "2026-11-23 09:00", "已关门，近期没有开放时间")]
    [InlineData("", "2026-11-23 09:00", "开放时间未知")]
    public void The_state_is_said_in_plain_words(string text, string at, string words)
    {
        var moment = Moment(at);
        Assert.Equal(words, OpeningWords.Of(OpeningHours.Parse(text).StateAt(moment, None), DateOnly.FromDateTime(moment.DateTime)));
    }

    [Theory]
    [InlineData("Mo-Sa 07:00-19:00; Su,PH off", "周一至周六 7:00–19:00；周日、法定节假日 不开放")]
    [InlineData("24/7", "每天全天")]
    [InlineData("06:30-08:30,17:00-20:00", "每天 6:30–8:30、17:00–20:00")]
    [InlineData("Apr-Oct Mo-Su 08:00-19:00; Nov-Mar 09:00-17:00", "4月至10月周一至周日 8:00–19:00；11月至3月 9:00–17:00")]
    [InlineData("Sa[1] 18:00-02:00 \"遇雨顺延\"", "每月第1个周六 18:00–次日2:00（遇雨顺延）")]
    public void A_week_is_said_in_plain_words(string text, string words) => Assert.Equal(words, HoursWords.Of(OpeningHours.Parse(text)));

    [Fact]
    public void Until_it_says_so_the_answer_does_not_change()
    {
        string[] texts = ["Mo-Sa 07:00-19:00; PH off", "22:00-02:00", "Sa[-1] 09:00-12:00,13:00-15:00", "Apr-Oct 10:00-11:00", "24/7"];
        var moments = Gen.Choose(0, 600_000).Select(minute => Moment("2026-01-01 00:00").AddMinutes(minute));
        Prop.ForAll(Gen.Elements(texts).Zip(moments).ToArbitrary(), sample =>
        {
            var hours = OpeningHours.Parse(sample.Item1);
            var answer = hours.StateAt(sample.Item2, Holidays);
            var later = hours.StateAt(answer.ValidUntil.AddSeconds(-1), Holidays);
            return answer.ValidUntil > sample.Item2 && later == answer
                && (answer.ClosesAt ?? answer.NextOpening ?? DateTimeOffset.MaxValue) >= answer.ValidUntil;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => OpeningHours.Parse(text).StateAt(Moment("2026-11-23 12:00"), None) is not null)
            .QuickCheckThrowOnFailure();

    private static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
