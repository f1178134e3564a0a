using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>How names are read.</summary>
public sealed class PinyinTests
{
    private static readonly ContentFolder Content = TestContent.Real;

    [Fact]
    public void Every_item_township_and_village_can_be_searched_by_pinyin()
    {
        Assert.True(Content.Pinyin.Entries.Count > 1500);
        Assert.Empty(PinyinCheck.Missing(Content));
    }

    [Theory]
    [InlineData("奶茶杯", "nai cha bei", "ncb")]
    [InlineData("X光片", "x guang pian", "xgp")]
    [InlineData("一次性薄膜桌布", "yi ci xing bo mo zhuo bu", "ycxbmzb")]
    [InlineData("传单", "chuan dan", "cd")]
    [InlineData("蛋壳", "dan ke", "dk")]
    [InlineData("自行车", "zi xing che", "zxc")]
    [InlineData("可乐罐", "ke le guan", "klg")]
    [InlineData("量角仪", null, null)]
    [InlineData("水银血压计", "shui yin xue ya ji", "syxyj")]
    [InlineData("洇溜镇", "yin liu zhen", "ylz")]
    [InlineData("桑梓镇", "sang zi zhen", "szz")]
    [InlineData("尤古庄镇", "you gu zhuang zhen", "ygzz")]
    [InlineData("天津市蓟州区经济开发区", "tian jin shi ji zhou qu jing ji kai fa qu", "tjsjzqjjkfq")]
    [InlineData("大仇庄村", "da qiu zhuang cun", "dqzc")]
    [InlineData("八蜡庙村", "ba zha miao cun", "bzmc")]
    public void A_name_is_read_as_people_read_it(string name, string? syllables, string? initials)
    {
        var entry = Content.Pinyin.Find(name);
        Assert.Equal((syllables, initials), (entry?.Syllables, entry?.Initials));
    }

    [Fact]
    public void Every_correction_holds_in_the_table()
    {
        var corrections = File.ReadAllLines(Path.Combine(TestContent.Folder, "data/sorting/pinyin-corrections.tsv"))
            .Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.NotEmpty(corrections);
        Assert.All(corrections, c =>
        {
            var names = Content.Pinyin.Entries.Where(e => e.Name.Contains(c[0], StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, e => Assert.Contains(c[1], e.Syllables, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_new_name_without_pinyin_is_reported_where_it_stands()
    {
        var item = Content.Sorting.Items[0] with { Name = "新东西" };
        var changed = Content with { Sorting = new SortingCatalogue(Content.Sorting.Categories, Content.Sorting.Bases, [item, .. Content.Sorting.Items.Skip(1)]) };
        var problem = Assert.Single(PinyinCheck.Missing(changed));
        Assert.Equal(("data/sorting/items.yaml", "no pinyin for \"新东西\""), (problem.File, problem.What));
        Assert.Contains("npm run pinyin", problem.HowToMend, StringComparison.Ordinal);
    }
}
