using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class AreaWordsTests
{
    private static readonly AreaWords Areas = new(TestPlaces.Content.Geo);

    [Theory]
    [InlineData("渔阳镇")]
    [InlineData("渔阳")]
    [InlineData("城关镇")]
    [InlineData("蓟县城关镇")]
    [InlineData("蓟州区渔阳镇")]
    [InlineData("天津市蓟州区 渔阳镇")]
    [InlineData("渔阳镇人民政府")]
    [InlineData("１２０１１９１００")]
    public void A_township_is_found_by_every_name_people_use(string word) => Assert.Equal("120119100", Areas.Township(word));

    [Theory]
    [InlineData("孙各庄乡", "120119203")]
    [InlineData("开发区", "120119401")]
    [InlineData("蓟县开发区", "120119401")]
    [InlineData("文昌街道办事处", "120119001")]
    [InlineData("别的镇", null)]
    [InlineData("蓟州区", null)]
    public void Short_and_former_names_are_data(string word, string? code) => Assert.Equal(code, Areas.Township(word));

    [Theory]
    [InlineData("官庄村", "120119102", "120119102214")]
    [InlineData("官庄村委会", "120119102", "120119102214")]
    [InlineData("官庄镇官庄村", null, "120119102214")]
    [InlineData("蓟县官庄镇官庄村", null, "120119102214")]
    [InlineData("曲院风荷小区", null, "120119001029")]
    [InlineData("曲院风荷社区居委会", "120119001", "120119001029")]
    [InlineData("张庄村", null, null)] // two townships have one
    [InlineData("张庄村", "120119100", "120119100")]
    public void A_village_is_found_by_every_name_people_use(string word, string? township, string? code) =>
        Assert.StartsWith(code ?? "-", Areas.Village(word, township) ?? "-", StringComparison.Ordinal);

    [Fact]
    public void Every_official_and_every_shown_name_is_found_in_its_township() => Assert.All(TestPlaces.Content.Geo.Villages, village =>
    {
        Assert.Equal(village.Code, Areas.Village(village.OfficialName, village.Township));
        Assert.Equal(village.Code, Areas.Village(village.Name, village.Township));
    });
}
