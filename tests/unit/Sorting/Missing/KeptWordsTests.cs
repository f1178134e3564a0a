using Jizhou.Public.Api.Sorting.Missing;

namespace Jizhou.Public.UnitTests.Sorting.Missing;

/// <summary>What people typed may be about themselves; only the name of a thing is kept.</summary>
public sealed class KeptWordsTests
{
    [Theory]
    [InlineData("魔芋爽", true)]
    [InlineData("鼗", false)]
    [InlineData("13612345678", false)]
    [InlineData("床垫13612345678", false)]
    [InlineData("我叫李雷床垫", false)]
    [InlineData("渔阳镇床垫", false)]
    [InlineData("文昌街道床垫", false)]
    [InlineData("请来搬走我家床垫谢谢您", false)]
    [InlineData("wechat床垫", false)]
    [InlineData("一三六一二三四", false)]
    public void Only_a_short_name_without_numbers_addresses_and_people_is_kept(string words, bool kept) => Assert.Equal(kept, KeptWords.May(words));
}
