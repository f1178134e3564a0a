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
    [InlineData("周一到周六 早8点-晚6点", "Mo-Sa 08:00-18:00")]
    [InlineData("工作日9:00—17:00", "Mo-Fr 09:00-17:00; PH off")]
    [InlineData("8：00～20：00", "Mo-Su 08:00-20:00")]
    [InlineData("夏季(5-9月)8:00-19:00 冬季(10-4月)8:30-17:30", "May-Sep Mo-Su 08:00-19:00; Oct-Apr Mo-Su 08:30-17:30")]
    [InlineData("夏季（5月1日至9月30日）8:00-19:00，冬季（10月1日至4月30日）8:30-17:30", "May 01-Sep 30 Mo-Su 08:00-19:00; Oct 01-Apr 30 Mo-Su 08:30-17:30")]
    [InlineData("双休日休息", "Mo-Su unknown; Sa,Su off")]
    [InlineData("每天8:00-18:00，法定节假日不休", "Mo-Su 08:00-18:00")]
    [InlineData("8:00-18:00 节假日照常开放", "Mo-Su 08:00-18:00")]
    [InlineData("早7:00-9:00，晚18:00-20:00 (定时投放)", "Mo-Su 07:00-09:00,18:00-20:00")]
    [InlineData("早6:30-8:30 晚6:30-8:30", "Mo-Su 06:30-08:30,18:30-20:30")]
    [InlineData("24小时", "24/7")]
    [InlineData("24小时，全年无休", "24/7")]
    [InlineData("7×24小时", "24/7")]
    [InlineData("随时", "24/7")]
    [InlineData("全年无休 8:00-18:00", "Mo-Su 08:00-18:00")]
    [InlineData("8:00-12:00 14:00-18:00", "Mo-Su 08:00-12:00,14:00-18:00")]
    [InlineData("8:00—次日2:00", "Mo-Su 08:00-02:00")]
    [InlineData("晚上8点至凌晨2点", "Mo-Su 20:00-02:00")]
    [InlineData("8:00-18:00，周日除外", "Mo-Su 08:00-18:00; Su off")]
    [InlineData("周一至周五（节假日除外）8:00-17:30", "Mo-Fr 08:00-17:30; PH off")]
    [InlineData("除周日外每天8:00-18:00", "Mo-Su 08:00-18:00; Su off")]
    [InlineData("节假日休息，周一至周五8:00-17:30", "Mo-Fr 08:00-17:30; PH off")]
    [InlineData("8:00-18:00（中午不休息）", "Mo-Su 08:00-18:00")]
    [InlineData("8-18时", "Mo-Su 08:00-18:00")]
    [InlineData("星期一至星期五：8时30分至17时30分", "Mo-Fr 08:30-17:30")]
    [InlineData("早八点到晚十二点", "Mo-Su 08:00-24:00")]
    [InlineData("八点到二十点", "Mo-Su 08:00-20:00")]
    [InlineData("8:00-0:00", "Mo-Su 08:00-24:00")]
    [InlineData("周一至五8:30－17:00；周六、日9:00―16:00", "Mo-Fr 08:30-17:00; Sa,Su 09:00-16:00")]
    [InlineData("节假日9:00-16:00，工作日8:00-17:00", "Mo-Fr 08:00-17:00; PH 09:00-16:00")]
    [InlineData("周一8:00-12:00，周一14:00-17:00", "Mo 08:00-12:00,14:00-17:00")]
    [InlineData("8:00-18:00，周末及节假日休息", "Mo-Su 08:00-18:00; Sa,Su,PH off")]
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
    [InlineData("每周三、周六上午")] // 上午 has no clock
    [InlineData("逢五逢十赶集日")] // a market day is no clock
    [InlineData("法定节假日不休")] // and when is it open?
    [InlineData("全年无休")]
    [InlineData("中午不休息")]
    [InlineData("周日除外")]
    [InlineData("8:00-12:00 1:00-5:00")] // in the afternoon, most likely
    [InlineData("2:00-5:30")]
    [InlineData("早8:00-5:00")]
    [InlineData("周一至周五8:00-18:00，12:00-14:00休息")] // a pause is not a closed day
    [InlineData("周一至周五8:00-17:00休息")]
    [InlineData("周一至周五，节假日除外")]
    [InlineData("周一至周五8:00-17:00，节假日不休")] // on which of them from when?
    [InlineData("8:00-12:00 14:00-18:00 中午不休息")]
    [InlineData("8:00-19:00(5-9月)8:30-17:30")] // which of the times do the months belong to?
    [InlineData("8:00-12:00(周一至周五)9:00-11:00")]
    [InlineData("5-10月8:00-19:00，10-4月8:30-17:30")] // October twice
    [InlineData("夏季8:00-19:00 冬季8:30-17:30")] // from when to when is summer?
    [InlineData("夏季(5-9月)8:00-19:00 冬季(10-4月)8:30-17:30，周日休息")] // in winter, or always?
    [InlineData("每天8:00-18:00，周末9:00-16:00")]
    [InlineData("每周三天8:00-12:00")] // three days a week, not Wednesday
    [InlineData("每周2天8:00-12:00")]
    [InlineData("周日休息12:00-14:00")]
    [InlineData("全天8:00-18:00")]
    [InlineData("8.30-17.30")] // may be days of the year
    [InlineData("随时预约")]
    [InlineData("白天")]
    [InlineData("周一至周五8:00-17:30（中午12:00-14:00休息）")]
    [InlineData("除周一至周五外8:00-18:00")]
    [InlineData("春节除外，每天8:00-18:00")]
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
