using System.Text;
using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import;

namespace Jizhou.Public.UnitTests.Places.Areas;

/// <summary>Files of villages and townships: what <c>import villages</c> reads.</summary>
public sealed class AreaFileTests
{
    [Theory]
    [InlineData("代码,经度,纬度,面积(平方公里),人口\n120119102214,117.41,40.05,3.5,1200\n")]
    [InlineData("村名,乡镇,经度,纬度,面积（公顷）,常住人口\n官庄村,官庄镇,117.41,40.05,350,\"1,200\"\n")]
    [InlineData("村社区;所属乡镇;坐标;面积（亩）;人口数\n官庄村委会;蓟县官庄镇;117,41 40,05;5250;1200人\n")]
    [InlineData("""[{"code":"120119102214","location":{"lng":117.41,"lat":40.05},"areaKm2":3.5,"population":1200}]""")]
    [InlineData("代码,名称,乡镇,经度,纬度,面积,人口\n1.20119E+11,官庄村,官庄镇,117.41,40.05,3.5,1200\n")]
    public void Every_shape_says_the_same(string text)
    {
        var facts = Assert.Single(Read(text).Plan([]).Added);
        Assert.Equal(("120119102214", Position.At(117.41, 40.05), 1200L), (facts.Code, facts.Position, facts.Population));
        Assert.Equal(3.5, facts.AreaKm2!.Value, 9);
    }

    [Theory]
    [InlineData("代码,经度,纬度\n120119102999,117.41,40.05\n", "代码", "12 位")]
    [InlineData("村名,经度,纬度\n张庄村,117.41,40.05\n", "村名", "几个同名")]
    [InlineData("代码,经度,纬度\n120119102,40.05,117.41\n", "经度", "写反")]
    [InlineData("代码,人口\n120119102,很多\n", "人口", "整数")]
    [InlineData("代码,面积\n120119102,-1\n", "面积", "大于 0")]
    [InlineData("代码,人口\n120119102,1\n120119102,2\n", "代码", "同一个")]
    public void A_refusal_names_row_column_value_and_reason(string text, string column, string reason)
    {
        var refused = Assert.Single(Read(text).Refused);
        Assert.Equal(column, refused.Column);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_file_is_silent_about_stays_and_the_same_file_again_changes_nothing()
    {
        const string Positions = "代码,经度,纬度,来源\n120119102,117.41,40.05,区民政局\n";
        const string People = "代码,人口,来源\n120119102,43000,区民政局\n";
        var first = Read(Positions).Plan([]).Added;
        var change = Assert.Single(Read(People).Plan(first).Changed);
        Assert.Equal((Position.At(117.41, 40.05), 43000L), (change.After.Position, change.After.Population));
        Assert.True(Read(People).Plan([change.After]).IsEmpty);
        Assert.True(Read(Positions).Plan([change.After]).IsEmpty);
    }

    [Fact]
    public void Surveyors_metres_become_degrees_whichever_way_round()
    {
        foreach (var text in new[] { "代码,X坐标,Y坐标\n120119102,4434943.5,535000\n", "代码,东坐标,北坐标\n120119102,39535000,4434943.5\n" })
        {
            var at = Assert.Single(Read(text, "EPSG:4548").Plan([]).Added).Position!.Value;
            Assert.InRange(at.Lng, 117.40, 117.42);
            Assert.InRange(at.Lat, 40.04, 40.06);
        }
    }

    [Theory]
    [InlineData("代码,备注\n120119102,好\n", "没有位置")]
    [InlineData("一,二\n三,四\n", "没有认出")]
    [InlineData("代码,经度,纬度\n120119102,117.41,40.05\n", "--crs")]
    public void A_file_that_cannot_be_used_ends_in_one_clear_error(string text, string said) =>
        Assert.Contains(said, Assert.ThrowsAny<ImportFailedException>(() => Read(text, null)).Message, StringComparison.Ordinal);

    private static AreaFile Read(string text, string? crs = "wgs84") => AreaFile.Read(
        SourceBytes.OfUpload(Encoding.UTF8.GetBytes(text)), new ImportOptions { FileName = "村.csv", Crs = crs }, TestPlaces.Content.Geo);
}
