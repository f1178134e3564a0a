using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.UnitTests.Sorting;

public sealed class ItemSearchTests
{
    [Theory]
    [InlineData("床垫", "床垫: name")]
    [InlineData("  床 垫？", "床垫: name")]
    [InlineData("电瓶", "电动车铅酸电池: alias")]
    [InlineData("干电池", "五号七号干电池: alias")]
    [InlineData("ｌｅｄ灯泡", "LED灯泡: name")]
    [InlineData("led", "LED灯泡: name")]
    [InlineData("床墊", "床垫: traditional")]
    [InlineData("電瓶", "电动车铅酸电池: traditional")]
    [InlineData("农药袋", "农药瓶、农药袋: name")]
    [InlineData("chuangdian", "床垫: pinyin")]
    [InlineData("chuang dian", "床垫: pinyin")]
    [InlineData("CHUÁNG DIÀN", "床垫: pinyin")]
    [InlineData("xyj", "洗衣机: initials")]
    [InlineData("shafa", "沙发: pinyin")]
    [InlineData("旧床垫怎么扔", "床垫: question")]
    [InlineData("请问，农药瓶子能不能卖？", "农药瓶、农药袋: question")]
    [InlineData("我家的舊床墊怎麼扔", "床垫: question")]
    [InlineData("洗衣几", "洗衣机: fuzzy")]
    [InlineData("洗机", "洗衣机: fuzzy")]
    [InlineData("塑料玩聚", "塑料玩具: fuzzy")]
    [InlineData("塑科玩俱", "")]
    [InlineData("坏了的洗衣几怎么处理", "洗衣机: fuzzy")]
    [InlineData("xiyij", "洗衣机: pinyin")]
    [InlineData("xiyiji3", "洗衣机: fuzzy")]
    [InlineData("siyiji", "洗衣机: fuzzy")]
    public void A_query_finds_the_thing_meant_and_says_why(string query, string best) =>
        Assert.Equal(best, SmallDictionary.Find(query).FirstOrDefault(""));

    [Fact]
    public void Names_with_little_beside_the_query_come_first() =>
        Assert.Equal(["五号七号干电池: alias", "电动车铅酸电池: name"], SmallDictionary.Find("电池"));

    [Fact]
    public void A_beginning_comes_before_a_middle() =>
        Assert.Equal(["电动车铅酸电池: alias", "电视机: name", "五号七号干电池: alias"], SmallDictionary.Find("电"));

    [Fact]
    public void Two_things_in_one_question_are_both_found() =>
        Assert.Equal(["洗衣机: question", "床垫: question"], SmallDictionary.Find("床垫和洗衣机怎么扔"));

    [Fact]
    public void A_replaced_character_of_a_two_character_word_is_another_word() =>
        Assert.Empty(SmallDictionary.Find("床罩"));

    [Fact]
    public void A_word_that_sounds_the_same_is_found()
    {
        Assert.Equal("沙发: fuzzy", Search("煞发")[0]);

        static string[] Search(string query)
        {
            var names = new List<SearchName> { new(0, "沙发", NameSource.Name, "sha fa"), new(1, "煞车片", NameSource.Name, "sha che pian") };
            var hits = new SearchHit[5];
            var found = new ItemSearch(names, 2, SmallDictionary.Fold).Find(query, hits);
            return [.. hits.Take(found).Select(h => $"{names[h.Item].Text}: {h.Match.Code()}")];
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("？！ ")]
    [InlineData("😀")]
    [InlineData("龘龘")]
    public void Nothing_is_found_for_nothing(string query)
    {
        Assert.Empty(SmallDictionary.Find(query));
        Assert.Empty(SmallDictionary.Nearest(query));
    }

    [Fact]
    public void The_nearest_names_share_most_characters() =>
        Assert.Equal(["电视机", "洗衣机"], SmallDictionary.Nearest("视频机").Take(2));

    [Fact]
    public void The_same_query_gives_the_same_answer_on_every_thread()
    {
        var expected = SmallDictionary.Find("电池");
        Parallel.For(0, 200, i =>
        {
            SmallDictionary.Find(i % 2 == 0 ? "shafa" : "旧床垫怎么扔");
            Assert.Equal(expected, SmallDictionary.Find("电池"));
        });
    }
}
