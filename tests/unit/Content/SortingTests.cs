using System.Text.RegularExpressions;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>Categories and items, against the counts of the fact sheet.</summary>
public sealed class SortingTests
{
    private const string FactSheet = "data/sorting/items.yaml";
    private static readonly SortingCatalogue Sorting = TestContent.Real.Sorting;
    private static readonly IReadOnlyList<SortingItem> FromFactSheet = [.. Sorting.Items.Where(i => i.File == FactSheet)];

    [Theory]
    [InlineData("residual", 57)]
    [InlineData("recyclable", 53)]
    [InlineData("kitchen", 23)]
    [InlineData("hazardous", 22)]
    [InlineData("farm", 11)]
    [InlineData("special", 9)]
    [InlineData("bulky", 9)]
    [InlineData("construction", 8)]
    public void Every_category_holds_as_many_items_as_were_checked(string category, int items) =>
        Assert.Equal(items, FromFactSheet.Count(i => i.Category == category));

    [Theory]
    [InlineData("T1", 9, Confidence.Official)]
    [InlineData("T2", 44, Confidence.Reference)]
    [InlineData("N1", 7, Confidence.Official)]
    [InlineData("N2", 14, Confidence.Official)]
    [InlineData("C1", 33, Confidence.Reference)]
    [InlineData("D1", 29, Confidence.Probable)]
    [InlineData("M", 56, Confidence.Probable)]
    public void Every_basis_carries_its_items_and_its_confidence(string basis, int items, Confidence confidence)
    {
        Assert.Equal(items, FromFactSheet.Count(i => i.Basis == basis));
        Assert.All(Sorting.Items.Where(i => i.Basis == basis), i => Assert.Equal(confidence, i.Confidence));
    }

    [Fact]
    public void What_fits_no_bin_is_not_sent_into_one_and_nothing_is_pressed_that_may_burn_or_cut()
    {
        var binless = Sorting.Items.Where(i => Sorting.BinColour(i) is null).ToList();
        Assert.Contains(binless, i => i.Id == "chong-dian-bao");
        Assert.All(binless, i => Assert.DoesNotMatch("[^不]放[蓝绿红黑]色桶", Sorting.HowToHandOver(i)));
        Assert.All(Sorting.Items, i => Assert.DoesNotContain("压扁", Sorting.HowToHandOver(i), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dian-bing-xiang", "不要拆")]
    [InlineData("chong-dian-bao", "不进普通桶")]
    [InlineData("bing-si-chu-qin", "畜牧站")]
    [InlineData("nai-cha-bei", "放蓝色桶")]
    public void A_thing_is_handed_over_in_its_own_way_else_as_its_category(string id, string words) =>
        Assert.Contains(words, Sorting.HowToHandOver(Sorting.Item(id)!), StringComparison.Ordinal);

    [Fact]
    public void The_fact_sheet_gave_192_items_of_which_82_are_tricky()
    {
        Assert.Equal(192, FromFactSheet.Count);
        Assert.Equal(82, FromFactSheet.Count(i => i.Tricky));
    }

    [Fact]
    public void The_dictionary_holds_1800_items_with_3500_names()
    {
        Assert.True(Sorting.Items.Count >= 1800, $"{Sorting.Items.Count} items");
        Assert.True(Sorting.Items.Sum(i => 1 + i.Aliases.Count) >= 3500);
    }

    [Fact]
    public void At_most_one_item_in_ten_repeats_what_another_says() =>
        Assert.True(Sorting.Items.DistinctBy(i => (i.Category, i.Reason, i.Prepare)).Count() >= Sorting.Items.Count * 9 / 10);

    [Fact]
    public void Only_what_a_law_names_is_called_official() => Assert.All(Sorting.Items.Where(i => i.Confidence == Confidence.Official), i =>
    {
        Assert.Contains(i.Basis, new[] { "T1", "N1", "N2" });
        Assert.NotEmpty(i.Citations);
    });

    [Theory]
    [InlineData("奶茶杯", "recyclable")]
    [InlineData("大骨头", "residual")]
    [InlineData("鱼刺", "kitchen")]
    [InlineData("节能灯", "hazardous")]
    [InlineData("沙发", "bulky")]
    [InlineData("渣土", "construction")]
    [InlineData("农药瓶", "farm")]
    [InlineData("泔水", "special")]
    [InlineData("纸杯", "residual")]
    [InlineData("布草", "recyclable")]
    public void A_word_people_say_leads_to_its_category(string word, string category) =>
        Assert.Equal(category, Sorting.Items.Single(i => i.Name == word || i.Aliases.Contains(word)).Category);

    [Fact]
    public void A_name_that_joins_several_things_has_each_of_them_as_an_alias()
    {
        var joined = Sorting.Items.Where(i => Regex.Replace(i.Name, "（.*?）", "").Contains('、', StringComparison.Ordinal)).ToList();
        Assert.True(joined.Count > 30);
        Assert.All(joined, i => Assert.All(Regex.Replace(i.Name, "（.*?）", "").Split('、'), part =>
            Assert.True(i.Aliases.Contains(part), $"{i.Name} lacks the alias {part}")));
    }

    [Fact]
    public void Every_item_says_why_and_what_it_rests_on() => Assert.All(Sorting.Items, i =>
    {
        Assert.InRange(i.CheckedOn, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 26));
        Assert.True(i.Citations.Count > 0 || i.Basis is "C1" or "D1" or "M", i.Name); // no document was read that says so
        Assert.DoesNotContain("同上", i.Reason, StringComparison.Ordinal);
        Assert.True(i.Reason.Length > 2, i.Name);
    });

    [Fact]
    public void No_amount_of_money_stands_in_an_item() => Assert.All(Sorting.Items, i =>
        Assert.DoesNotMatch("[0-9一二三四五六七八九十百千万]元", i.Reason + i.Prepare));

    [Fact]
    public void The_four_household_categories_have_the_colours_of_the_standard() => Assert.Equal(
        ["recyclable 蓝色 647C", "kitchen 绿色 2259C", "hazardous 红色 485C", "residual 黑色 Black 7C"],
        Sorting.Categories.Where(c => c.Household).Select(c => $"{c.Code} {c.BinColour} {c.Pantone}"));

    [Fact]
    public void An_id_is_the_pinyin_of_the_name_or_of_an_alias() => Assert.All(Sorting.Items, i =>
        Assert.Contains(i.Id.Replace('-', ' '), i.Aliases.Prepend(i.Name).Select(n => TestContent.Real.Pinyin.Find(n)?.Syllables)));
}
