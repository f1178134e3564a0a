using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class ChineseHoursTests
{
    [Theory]
    [InlineData("周一至周五8:00-17:30", "Mo-Fr 08:00-17:30")]
    [InlineData("每天8点到18点", "Mo-Su 08:00-18:00")]
    [InlineData("全天", "24/7")]
    [InlineData("24小时开放", "24/7")]
    [InlineData("节假日休息", "Mo-Su unknown; PH off")]
    [InlineData("周一至周五8:00-17:30，节假日休息", "Mo-Fr 08:00-17:30; PH off")]
    [InlineData("上午8:30-11:30，下午2:00-5:30", "Mo-Su 08:30-11:30,14:00-17:30")]
    [InlineData("周一到周六 上午8点-12点、下午1点半-5点；周日休息", "Mo-Sa 08:00-12:00,13:30-17:00; Su off")]
    [InlineData("工作日8：30－17：30", "Mo-Fr 08:30-17:30; PH off")]
    [InlineData("周二、周四、周六 7:00-9:00", "Tu,Th,Sa 07:00-09:00")]
    [InlineData("每周一、三、五 6:30~9:00", "Mo,We,Fr 06:30-09:00")]
    [InlineData("周六日9:00-16:00", "Sa,Su 09:00-16:00")]
    [InlineData("早6点至晚8点", "Mo-Su 06:00-20:00")]
    [InlineData("早上七点到晚上九点", "Mo-Su 07:00-21:00")]
    [InlineData("晚上8点至次日6点", "Mo-Su 20:00-06:00")]
    [InlineData("4月至10月 6:00-20:00；11月至3月 7:00-18:00", "Apr-Oct Mo-Su 06:00-20:00; Nov-Mar Mo-Su 07:00-18:00")]
    [InlineData("开放时间：每日7:00—9:00，18:00—21:00", "Mo-Su 07:00-09:00,18:00-21:00")]
    [InlineData("双休日全天", "Sa,Su 00:00-24:00")]
    [InlineData("周一至周日8:00-18:00（法定节假日除外）", "Mo-Su 08:00-18:00; PH off")]
    public void What_district_files_write_is_put_into_the_syntax(string words, string expected)
    {
        Assert.Equal(expected, ChineseHours.Translate(words));
        Assert.True(OpeningHours.Parse(expected).IsUnderstood);
    }

    [Theory]
    [InlineData("8:00-5:30")] // half past five in the morning, or in the afternoon?
    [InlineData("看门口通知")]
    [InlineData("周一至周五")]
    [InlineData("早晚各一次")]
    [InlineData("8:00-25:00")]
    [InlineData("不定期")]
    [InlineData("逢集开放")]
    [InlineData("周一至周五8:00-17:30，请提前打电话")]
    [InlineData("")]
    public void What_is_not_surely_understood_stays_unread(string words) => Assert.Null(ChineseHours.Translate(words));

    [Fact]
    public void Closed_on_holidays_alone_leaves_the_other_days_unknown()
    {
        var hours = OpeningHours.Parse(ChineseHours.Translate("节假日休息"));
        var holiday = new DateOnly(2026, 10, 1);
        Assert.Equal(OpenState.Closed, hours.StateAt(new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(8)), day => day == holiday ? DayState.Holiday : DayState.Workday).State);
        Assert.Equal(OpenState.Unknown, hours.StateAt(new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)), day => day == holiday ? DayState.Holiday : DayState.Workday).State);
    }
}
