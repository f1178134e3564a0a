using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.UnitTests.Platform;

public sealed class StretchTagTests
{
    private static readonly DateTimeOffset Until = new(2026, 11, 23, 18, 0, 0, TimeSpan.FromHours(8));
    private static readonly string Tag = StretchTag.Of(7, "?lng=117", Until);

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public void It_holds_for_the_same_data_question_and_encoding_until_its_moment(string? encoding)
    {
        var quoted = AcceptedEncoding.TagFor(Tag, encoding);
        Assert.True(StretchTag.Holds(quoted, 7, "?lng=117", encoding, Until.AddTicks(-1)));
        Assert.False(StretchTag.Holds(quoted, 7, "?lng=117", encoding, Until));
        Assert.False(StretchTag.Holds(quoted, 8, "?lng=117", encoding, Until.AddTicks(-1)));
        Assert.False(StretchTag.Holds(quoted, 7, "?lng=118", encoding, Until.AddTicks(-1)));
        Assert.False(StretchTag.Holds(quoted, 7, "?lng=117", encoding == "br" ? null : "br", Until.AddTicks(-1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("\"\"")]
    [InlineData("W/\"0\"")]
    [InlineData("\"00000000000000007fffffffffffffff\"")]
    [InlineData("\"zzzzzzzzzzzzzzzz7fffffffffffffff\"")]
    public void Nothing_else_holds(string tag) => Assert.False(StretchTag.Holds(tag, 7, "?lng=117", null, Until.AddDays(-1)));

    [Fact]
    public void A_moment_that_was_moved_by_hand_does_not_hold()
    {
        var moved = $"\"{Tag[..16]}{Until.AddDays(1).UtcTicks:x16}\"";
        Assert.False(StretchTag.Holds(moved, 7, "?lng=117", null, Until.AddHours(1)));
    }
}
