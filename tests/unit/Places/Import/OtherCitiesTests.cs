using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Import;

/// <summary>Files in the shapes in which other cities and their software publish points; none needs a mapping file.</summary>
public sealed class OtherCitiesTests
{
    [Theory]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[{"type":"Feature","id":"a","properties":{"name":"甲站","type":"Paper Bank"},"geometry":{"type":"Point","coordinates":[117.41,40.05]}}]}""")]
    [InlineData("""{"features":[{"attributes":{"NAME":"甲站","TYPE":"Paper Bank"},"geometry":{"x":117.41,"y":40.05}}],"spatialReference":{"wkid":4326},"geometryType":"esriGeometryPoint"}""")]
    [InlineData("""{"help":"x","success":true,"result":{"fields":[{"id":"name","type":"text"}],"records":[{"_id":1,"name":"甲站","Materials":"Paper","Latitude":"40.05","Longitude":"117.41"}]}}""")]
    [InlineData("""[{"nom":"甲站","flux":"paper","geo_point_2d":"40.05, 117.41"}]""")]
    [InlineData("""[{"title":"甲站","materials":["paper"],"location":{"type":"Point","coordinates":[117.41,40.05]}}]""")]
    [InlineData("""[{"title":"甲站","materials":["paper"],"geometry":{"type":"Point","coordinates":[117.41,40.05]}}]""")]
    [InlineData("""{"code":0,"data":{"total":1,"list":[{"名称":"甲站","回收品类":"废纸","gps":{"lng":117.41,"lat":40.05}}]}}""")]
    [InlineData("Bezeichnung;Wertstoffe;Rechtswert;Hochwert;Öffnungszeiten\n甲站;废纸;117,41;40,05;Mo-Fr 08:00-12:00\n")]
    [InlineData("Libellé;Déchets;Coordonnée X;Coordonnée Y\n甲站;废纸;117.41;40.05\n")]
    [InlineData("名称\t品类\tgeom\n甲站\t废纸\tSRID=4326;POINT(117.41 40.05)\n")]
    [InlineData("站点名称,回收品类,纬度,经度\n甲站,废纸,\"40°03'00\"\"N\",\"117°24'36\"\"E\"\n")]
    [InlineData("点位名称,品类,\"纬度,经度\"\n甲站,废纸,\"40.05,117.41\"\n")]
    [InlineData("name,material,\"{\"\"geo\"\"}\",location\n甲站,paper,,\"[117.41, 40.05]\"\n")]
    [InlineData("蓟州区网点表,,,\n填表单位：某处,,,\n网点名称,接收品类,位置,\n,,经度,纬度\n甲站,废纸,117.41,40.05\n")]
    public void They_say_the_same_place(string text)
    {
        var file = Importing.Read(Encoding.UTF8.GetBytes(text));
        Assert.Empty(file.Refused);
        var place = Assert.Single(file.Places());
        Assert.Equal(("甲站", "paper"), (place.Name, string.Join(' ', place.Accepts)));
        Assert.Equal(117.41, place.Position!.Value.Lng, 6);
        Assert.Equal(40.05, place.Position.Value.Lat, 6);
    }

    [Theory]
    [InlineData("名称,地址\r甲站,一路\r乙站,二路\r")] // old Mac line ends
    [InlineData("名称,地址\r\n甲站,一路\n乙站,二路")]
    [InlineData("名称,名称,地址\n甲站,,一路\n,乙站,二路\n")]
    [InlineData("名称,地址\n甲\"站\"的,一路\n\"乙\"站,二路\n")] // lone quotes are letters
    [InlineData("﻿\n\n名称,地址,,,,\n\n甲站,一路,,,,\n,,,,,\n乙站,二路,,,,\n")]
    public void Untidy_tables_give_their_two_rows(string text)
    {
        var file = Importing.Read(text, crs: null);
        Assert.Empty(file.Refused);
        Assert.Equal(2, file.Drafts.Count);
    }

    [Fact]
    public void Ten_thousand_columns_and_a_row_that_is_too_long_harm_nobody()
    {
        var wide = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        Assert.Single(Importing.Read($"名称,{wide}\n甲站,1\n", crs: null).Places());
        Assert.Contains("没有认出", Importing.Refusal($"{wide}\n1,2\n"), StringComparison.Ordinal);
        Assert.Single(Importing.Read($"名称,地址\n甲站,{new string('长', 600)}\n", crs: null).Refused);
        Assert.Empty(Importing.Read("名称,地址\n", crs: null).Drafts); // only a header: nothing to do
    }

    [Fact]
    public void A_draft_comes_out_of_the_packed_list_as_it_went_in()
    {
        var text = "编号,名称,品类,不收,开放时间,电话,地址,核实日期,是否有偿,活动日期,农历,经度,纬度\n"
            + "a-1,甲,废纸、金属,厨余垃圾,全天,12345,\"一\n二\",46348,否,2026-12-05,逢二、七,117.41,40.05\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"b-{i},乙{i},,,,,,,,,,,\n"));
        var file = Importing.Read(text);
        Assert.Equal(20_001, file.Drafts.Count);
        Assert.Equal("乙19999", file.Drafts[20_000].Says.Name);
        var first = file.Drafts[0].Says;
        Assert.Equal(("一\n二", new DateOnly(2026, 11, 22), false), (first.Address, first.LastVerified, first.Pays));
        Assert.Equal([2, 7], first.Lunar);
        Assert.Equal(new GeoPoint(117.41, 40.05), first.Position);
        Assert.Equal([new DateOnly(2026, 12, 5)], first.Dates);
    }
}
