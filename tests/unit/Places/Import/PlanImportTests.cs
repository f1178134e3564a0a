using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class PlanImportTests
{
    private const string Two = "名称,乡镇,地址,经度,纬度\n甲站,官庄镇,一路,117.41,40.05\n乙站,渔阳镇,二路,117.42,40.06\n";
    private static readonly ImportScope Everything = new(true, []);

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var places = Importing.Read(Two).Places();
        var again = Importing.Read(Two).Plan(Everything, places);
        Assert.True(again.IsEmpty);
        Assert.Equal(2, again.Unchanged);
    }

    [Fact]
    public void A_moved_or_readdressed_place_keeps_its_id()
    {
        var places = Importing.Read(Two).Places();
        var moved = Importing.Read(Two.Replace("一路", "三路", StringComparison.Ordinal).Replace("117.41", "117.43", StringComparison.Ordinal)).Plan(Everything, places);
        var change = Assert.Single(moved.Changed);
        Assert.Equal((places[0].Id, "三路"), (change.After!.Id, change.After.Address));
        Assert.Empty(moved.Added);
    }

    [Fact]
    public void Only_inside_the_scope_can_a_place_count_as_removed()
    {
        var places = Importing.Read(Two).Places();
        const string Other = "名称,乡镇\n丙站,官庄镇\n";
        Assert.Empty(Importing.Read(Other).Plan(ImportScope.Additions, places).Removed);
        Assert.Equal("甲站", Assert.Single(Importing.Read(Other).Plan(new(false, ["120119102"]), places).Removed).Name);
        var all = Importing.Read(Other).Plan(Everything, places);
        Assert.Equal((2, 2, true), (all.Removed.Count, all.InScope, all.NeedsConfirmation));
    }

    [Fact]
    public void A_place_whose_row_was_refused_is_not_removed()
    {
        var places = Importing.Read(Two).Places();
        var report = Importing.Read(Two.Replace("117.42", "东边", StringComparison.Ordinal)).Plan(Everything, places);
        Assert.Single(report.Refused);
        Assert.Empty(report.Removed);
    }

    [Fact]
    public void What_the_file_does_not_speak_of_stays()
    {
        var place = Importing.Read(Two).Places()[0] with { Phone = "12345", Hours = "24/7", Prices = [new("paper", 80, "公斤", new DateOnly(2026, 1, 1))] };
        Assert.Empty(Importing.Read(Two).Plan(ImportScope.Additions, place).Changed);
    }

    [Fact]
    public void Sample_places_retire_when_real_ones_come_and_are_not_counted_as_removals()
    {
        var sample = new Place { Id = "sample-1", Name = "示例·甲", Kind = "collection-point", Source = "test", Sample = true };
        var report = Importing.Read(Two).Plan(Everything, sample);
        Assert.Equal((2, 0, 1, false), (report.Added.Count, report.Removed.Count, report.Retired.Count, report.NeedsConfirmation));
        Assert.Empty(Importing.Read("id,名称,示例\nsample-1,示例·甲,是\n").Plan(Everything, sample).Retired);
    }

    [Fact]
    public void Places_of_one_name_within_15_metres_are_suggested_for_merging()
    {
        var text = "名称,地址,经度,纬度\n甲站,一路,117.41,40.05\n甲站,二路,117.4101,40.05\n乙站,一路,117.41,40.05\n甲站,三路,117.4103,40.05\n";
        Assert.Single(Importing.Read(text).Plan().Notices, notice => notice.StartsWith("可能重复", StringComparison.Ordinal) && notice.Contains("9 米", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_that_comes_back_is_the_same_one()
    {
        var former = Importing.Read(Two).Places();
        var report = PlanImport.Of(Importing.Read(Two), new PlacesOnRecord([], former), ImportScope.Additions);
        Assert.Equal(former.Select(place => place.Id).Order(StringComparer.Ordinal), report.Added.Select(place => place.Id));
    }

    [Fact]
    public void An_id_given_twice_is_refused()
    {
        var file = Importing.Read("编号,名称\nJZ-001,甲站\nJZ-001,乙站\n");
        Assert.Equal("编号重复：前面有一行用了同一个编号", Assert.Single(file.Refused).Reason);
        Assert.Equal("jz-001", Assert.Single(file.Places()).Id);
    }

    [Theory]
    [InlineData("all", true)]
    [InlineData("add", true)]
    [InlineData("townships:120119001,120119102", true)]
    [InlineData("townships:", false)]
    [InlineData("townships:999999999", false)]
    [InlineData("everything", false)]
    public void A_scope_is_one_of_three(string text, bool known)
    {
        if (known)
        {
            Assert.NotNull(ImportScope.Parse(text, TestPlaces.Content.Geo));
        }
        else
        {
            Assert.Throws<ImportFailedException>(() => ImportScope.Parse(text, TestPlaces.Content.Geo));
        }
    }
}
