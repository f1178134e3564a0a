using Jizhou.Public.Api.Sorting;
using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

/// <summary>The second stage: last words, stuff and state, over the real dictionary and rules.</summary>
public sealed class RuleTests
{
    private static readonly SortingSnapshot Snapshot = SortingSnapshot.Build(TestContent.Real);

    [Theory]
    [InlineData("燕窝罐", "rule", "recyclable")]
    [InlineData("某某牌通便药", "rule", "hazardous")]
    [InlineData("没洗的奶茶杯", "rule", "residual")]
    [InlineData("带油的快递纸箱", "rule", "residual")]
    [InlineData("没吃完的红烧肉", "rule", "kitchen")]
    [InlineData("陶瓷笔筒罐", "rule", "residual")]
    [InlineData("装过百草枯的瓶子", "rule", "farm")]
    [InlineData("空药瓶", "question", "hazardous")]
    [InlineData("家里的旧床垫", "question", "bulky")]
    [InlineData("农要瓶", "fuzzy", "farm")]
    public void A_thing_nobody_listed_is_judged_by_its_words(string asked, string by, string category)
    {
        var hits = new SearchHit[1];
        Assert.Equal(1, Snapshot.Search.Find(asked, hits));
        Assert.Equal((by, category), (hits[0].Match.Code(), Snapshot.CategoryOf(hits[0])));
    }

    [Theory]
    [InlineData("魑魅鼗")]
    [InlineData("流浪狗")]
    public void Where_no_rule_holds_nothing_is_guessed(string asked) => Assert.Equal(0, Snapshot.Search.Find(asked, new SearchHit[3]));

    [Fact]
    public void An_answer_by_rule_is_only_probable_and_shows_its_rule() => Assert.All(Snapshot.RuleAnswers.OfType<ItemAnswer>(), answer =>
    {
        Assert.Equal(Jizhou.Public.Content.Confidence.Probable, answer.Confidence);
        Assert.NotEmpty(answer.Rule!.Say);
        Assert.NotEmpty(answer.Citations);
    });
}
