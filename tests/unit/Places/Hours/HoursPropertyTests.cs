using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Hours;

/// <summary>What must hold of any hours, tried on hundreds of seeded rules and on the texts of real data.</summary>
public sealed class HoursPropertyTests
{
    private const int Seeds = 400;
    private static readonly Func<DateOnly, DayState> Calendar = TestPlaces.Content.Calendar.StateOf;

    private static IEnumerable<string> RealTexts =>
        Repository.Read("tests/samples/opening-hours-vectors.tsv").Trim().Split('\n').Skip(1).Select(line => line.Split('\t')[0].Trim('"'));

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rules = new RandomHours(seed).Rules();
            var text = RandomHours.Write(rules);
            var read = HoursParser.Parse(text);
            Assert.True(read is not null, $"seed {seed}: {text}");
            Assert.Equal(text, RandomHours.Write(read));
            Assert.Equal(rules.Select(rule => rule.Join), read.Select(rule => rule.Join));
        }

        foreach (var rules in RealTexts.Select(HoursParser.Parse).OfType<IReadOnlyList<HoursRule>>())
        {
            Assert.Equal(RandomHours.Write(rules), RandomHours.Write(HoursParser.Parse(RandomHours.Write(rules))!));
        }
    }

    [Fact]
    public void Every_minute_has_the_state_that_painting_minute_by_minute_gives()
    {
        var asked = 0;
        foreach (var (rules, text, random) in Cases())
        {
            var hours = OpeningHours.Parse(text);
            for (var i = 0; i < 6; i++)
            {
                var day = new DateOnly(2026, 1, 1).AddDays(random.Next(700));
                var minute = random.Next(1440);
                var expected = HoursCalendar.KeepsWorkingDays(rules) && Calendar(day.AddDays(-1)) == DayState.Makeup | Calendar(day) == DayState.Makeup
                    ? (OpenState?)null // its own tests tell
                    : HoursOracle.At(rules, day, minute, Calendar);
                var state = hours.StateAt(At(day, minute), Calendar).State;
                Assert.True(expected is null || expected == (state == OpenState.Always ? OpenState.Open : state), $"{text} on {day:O} at {minute}: {state}, not {expected}");
                asked++;
            }
        }

        Assert.Equal(6 * (Seeds + 18), asked);
    }

    [Fact]
    public void Being_open_is_constant_up_to_the_next_change_and_differs_there()
    {
        foreach (var (_, text, random) in Cases())
        {
            var hours = OpeningHours.Parse(text);
            var moment = At(new DateOnly(2026, 1, 1).AddDays(random.Next(700)), random.Next(1440));
            var answer = hours.StateAt(moment, Calendar);
            var open = answer.State is OpenState.Open or OpenState.Always;
            Assert.False(answer.ClosesAt is not null && answer.NextOpening is not null);
            if ((answer.ClosesAt ?? answer.NextOpening) is { } change)
            {
                Assert.True(change > moment, text);
                Assert.NotEqual(open, hours.StateAt(change, Calendar).State == OpenState.Open);
                for (var i = 0; i < 5; i++)
                {
                    var between = moment.AddMinutes(random.NextDouble() * (change - moment).TotalMinutes);
                    Assert.Equal(open, hours.StateAt(between, Calendar).State == OpenState.Open);
                }
            }

            Assert.Equal(answer, hours.StateAt(answer.ValidUntil.AddSeconds(-1), Calendar));
        }
    }

    [Fact]
    public void The_coming_days_are_those_on_which_it_opens()
    {
        foreach (var (_, text, random) in Cases().Take(100))
        {
            var hours = OpeningHours.Parse(text);
            var midnight = At(new DateOnly(2026, 1, 1).AddDays(random.Next(300)), 0);
            var days = hours.ComingDays(midnight, 3, Calendar);
            Assert.Equal(days.Order().Distinct(), days);
            Assert.All(days, day => Assert.Contains(Enumerable.Range(0, 288), i => hours.StateAt(At(day, 5 * i), Calendar).State is not OpenState.Closed || hours.StateAt(At(day.AddDays(1), 5 * i), Calendar).State is not OpenState.Closed));
        }
    }

    [Fact]
    public void Mutilated_text_never_throws_and_keeps_its_words()
    {
        var random = new Random(20261126);
        const string Signs = "MoTuWePH[]-+:;,|\"0123456789 /.offopenweekJanDays年月日：；，～🎋\0\uD800";
        foreach (var text in RealTexts.Concat(Cases().Select(one => one.Text)).Take(300))
        {
            for (var i = 0; i < 20; i++)
            {
                var broken = text.ToCharArray();
                for (var cut = random.Next(1, 4); cut > 0; cut--)
                {
                    broken[random.Next(broken.Length)] = Signs[random.Next(Signs.Length)];
                }

                var junk = new string(broken)[random.Next(broken.Length / 2)..];
                var hours = OpeningHours.Parse(junk);
                Assert.Equal(junk.Trim(), hours.Words);
                Assert.NotNull(hours.StateAt(At(new DateOnly(2026, 2, 14), 700), Calendar));
                Assert.NotEmpty(HoursWords.Of(hours));
            }
        }
    }

    [Theory]
    [InlineData("Mo-Fr 08：00-18：00；PH off", "周一至周五 8:00–18:00；法定节假日 不开放")]
    [InlineData("08:00~18:00", "每天 8:00–18:00")]
    [InlineData("mo-fr 8:00-12:00,14:00-18:00", "周一至周五 8:00–12:00、14:00–18:00")]
    [InlineData("Mo - Fr 08:00 - 18:00", "周一至周五 8:00–18:00")]
    [InlineData("Dec 25,26 off", "12月25日、12月26日 不开放")]
    [InlineData("week 1-53/2 Fr 09:00-12:00", "第1至53周每2周周五 9:00–12:00")]
    [InlineData("Jan,Mar Mo 09:00-10:00", "1月、3月周一 9:00–10:00")]
    [InlineData("Mo-Fr 08:00-18:00 open \"先打电话\"", "周一至周五 8:00–18:00（先打电话）")]
    [InlineData("Mo-Fr closed; Sa,Su 10:00-16:00", "周一至周五 不开放；周六、周日 10:00–16:00")]
    [InlineData("Mo-Fr 07:00-21:30; Sa-Su,PH 08:00-21:00", "周一至周五 7:00–21:30；周六至周日、法定节假日 8:00–21:00")]
    public void Texts_as_people_write_them_are_understood(string text, string words) => Assert.Equal(words, HoursWords.Of(OpeningHours.Parse(text)));

    [Theory]
    [InlineData("SH off")] // we hold no calendar of school holidays
    [InlineData("Mo-Fr 08:00-18:00; SH Mo-Fr 09:00-12:00")]
    [InlineData("sunrise-sunset")]
    [InlineData("Mo-Fr (sunrise+01:00)-18:00")]
    [InlineData("easter -2 days off")]
    [InlineData("08:00+")]
    [InlineData("week 54 Mo 08:00-09:00")]
    [InlineData("周一到周五 早8点到晚6点")]
    [InlineData("8h-12h")]
    [InlineData("Mo-Fr 8-18")]
    [InlineData("by appointment")]
    public void What_is_not_decided_here_is_unknown_and_not_guessed(string text)
    {
        var hours = OpeningHours.Parse(text);
        Assert.Equal(OpenState.Unknown, hours.StateAt(At(new DateOnly(2026, 11, 23), 600), Calendar).State);
        Assert.Equal($"开放时间未知，原文：{text}", HoursWords.Of(hours));
    }

    private static IEnumerable<(IReadOnlyList<HoursRule> Rules, string Text, Random Random)> Cases()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rules = new RandomHours(seed).Rules();
            yield return (rules, RandomHours.Write(rules), new Random(seed));
        }

        foreach (var text in RealTexts.Where(text => HoursParser.Parse(text) is not null))
        {
            yield return (HoursParser.Parse(text)!, text, new Random(text.Length));
        }
    }

    private static DateTimeOffset At(DateOnly day, int minute) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddMinutes(minute);
}
