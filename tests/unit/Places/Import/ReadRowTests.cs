namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class ReadRowTests
{
    [Fact]
    public void A_district_row_is_read_in_full()
    {
        var file = Importing.Read("名称,类型,乡镇,村,回收品类,开放时间,联系电话,是否有偿,核实日期,级别\n官庄回收站,废品回收站,官庄镇,官庄村,废纸、塑料瓶，旧衣服/铜；星尘,周一至周五8:00-17:30,12345,是,2026/11/1,村级\n", crs: null);
        var place = Assert.Single(file.Places());
        Assert.Equal(("collection-point", "120119102", "120119102214"), (place.Kind, place.Township, place.Village));
        Assert.Equal(["paper", "plastic", "textile", "nonferrous-metal"], place.Accepts);
        Assert.Equal(("Mo-Fr 08:00-17:30", "12345", true, new DateOnly(2026, 11, 1), "village"), (place.Hours, place.Phone, place.Pays, place.LastVerified, place.Level));
        Assert.Contains(file.Notices, notice => notice.Contains("星尘", StringComparison.Ordinal));
        Assert.Contains(file.Notices, notice => notice.Contains("Mo-Fr 08:00-17:30", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_material_comes_with_the_nearest_one()
    {
        var file = Importing.Read("名称,品类\n甲站,旧衣物\n", crs: null);
        Assert.Contains(file.Notices, notice => notice.Contains("废旧纺织品", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonferrous-metal cooking-oil paper", "nonferrous-metal cooking-oil paper")]
    [InlineData("Paper Bank", "paper")]
    [InlineData("废纸（含纸箱）、塑料等；旧衣服/玻璃瓶", "paper plastic textile glass")]
    [InlineData("纸和塑料", "paper plastic")]
    [InlineData("厨余垃圾|其他垃圾", "kitchen residual")]
    [InlineData("废纸、废纸", "paper")]
    public void Lists_of_materials_are_read_as_people_write_them(string words, string codes) =>
        Assert.Equal(codes, string.Join(' ', Assert.Single(Importing.Read($"名称,品类\n甲站,{words}\n", crs: null).Places()).Accepts));

    [Theory]
    [InlineData("名称,乡镇\n甲站,渔洋镇\n", "乡镇", "渔阳镇")]
    [InlineData("名称,类型\n甲站,回收站\n乙站,飞船\n", "类型", "没有这种点")]
    [InlineData("名称,经度,纬度\n甲站,40.05,117.41\n", "经度", "写反")]
    [InlineData("名称,经度,纬度\n甲站,东边,40.05\n", "经度", "两个数字")]
    [InlineData("名称,经度,纬度\n甲站,0,0\n", "经度", "不在地球上")]
    [InlineData("名称,地址\n,某路\n", "名称", "没有名称")]
    [InlineData("名称,是否有偿\n甲站,也许\n", "是否有偿", "是 或 否")]
    [InlineData("名称,核实日期\n甲站,去年\n", "核实日期", "2026-11-22")]
    [InlineData("名称,地址\n甲站,某路,多出来\n", "", "比表头多")]
    [InlineData("名称,地址,电话\n甲站,某路,12345\n乙站,某", "", "没有写完")]
    public void A_refusal_names_row_column_value_and_reason(string text, string column, string reason)
    {
        var refused = Assert.Single(Importing.Read(text).Refused);
        Assert.Equal(column, refused.Column);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.InRange(refused.Row.Number, 2, 3);
    }

    [Fact]
    public void Codes_in_scientific_notation_are_refused_once_and_names_are_used()
    {
        var file = Importing.Read("名称,乡镇代码,村代码,乡镇,村\n甲站,120119102,1.20119E+11,官庄镇,官庄村\n乙站,120119102,1.20119E+11,官庄镇,官庄村\n", crs: null);
        Assert.Empty(file.Refused);
        Assert.All(file.Places(), place => Assert.Equal("120119102214", place.Village));
        Assert.Single(file.Notices, notice => notice.Contains("科学计数法", StringComparison.Ordinal) && notice.Contains("Excel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_without_a_position_is_accepted_without_one()
    {
        var file = Importing.Read("名称,经度,纬度\n甲站,,\n乙站,117.41,40.05\n");
        Assert.Empty(file.Refused);
        Assert.Null(file.Places().Single(place => place.Name == "甲站").Position);
    }

    [Fact]
    public void Hours_never_refuse_a_place()
    {
        var place = Assert.Single(Importing.Read("名称,开放时间\n甲站,看门口通知\n", crs: null).Places());
        Assert.Equal("看门口通知", place.Hours);
    }

    [Fact]
    public void A_mapping_names_columns_constants_and_values()
    {
        var file = Importing.Read("站,东,北\n甲站,117.41,40.05\n", mapping: "# ours\nname = 站\nlng = 东\nlat = 北\nkind = \"textile-bin\"\naccepts = \"旧衣\"\n");
        var place = Assert.Single(file.Places());
        Assert.Equal(("textile-bin", "textile"), (place.Kind, Assert.Single(place.Accepts)));
        Assert.Contains("没有这一列", Importing.Refusal("站\n甲\n", mapping: "name = 站名"), StringComparison.Ordinal);
        Assert.Contains("第 1 行", Importing.Refusal("站\n甲\n", mapping: "colour = 站"), StringComparison.Ordinal);
    }
}
