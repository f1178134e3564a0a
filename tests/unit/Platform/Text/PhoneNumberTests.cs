using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.UnitTests.Platform.Text;

/// <summary>Numbers as people write them.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800001234", "13800001234", "138****1234")]
    [InlineData(" 138 0000 1234 ", "13800001234", "138****1234")]
    [InlineData("138-0000-1234", "13800001234", "138****1234")]
    [InlineData("+86 138 0000 1234", "13800001234", "138****1234")]
    [InlineData("0086-13800001234", "13800001234", "138****1234")]
    [InlineData("8613800001234", "13800001234", "138****1234")]
    [InlineData("１３８００００１２３４", "13800001234", "138****1234")]
    [InlineData("＋８６ １３８００００１２３４", "13800001234", "138****1234")]
    [InlineData("022-2914 5678", "02229145678", "022****5678")]
    [InlineData("（022）29145678", "02229145678", "022****5678")]
    [InlineData("29145678", "02229145678", "022****5678")]
    [InlineData("+86 22 2914 5678", "02229145678", "022****5678")]
    [InlineData("010 6552 1234", "01065521234", "010****1234")]
    [InlineData("0315-2821234", "03152821234", "031****1234")]
    public void The_same_number_in_any_spelling(string text, string digits, string masked)
    {
        Assert.True(PhoneNumber.TryParse(text, out var phone));
        Assert.Equal((digits, masked), (phone.Digits, phone.Masked));
        Assert.Equal(masked, phone.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("12800001234")]
    [InlineData("1380000123")]
    [InlineData("138000012345")]
    [InlineData("138oooo1234")]
    [InlineData("+1 212 555 0100")]
    [InlineData("13800001234<script>")]
    [InlineData("𝟏38😀")]
    public void What_is_no_number_is_refused(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData(" １２３４ ", "1234")]
    [InlineData("123", null)]
    [InlineData("12345", null)]
    [InlineData("+123", null)]
    [InlineData("12a4", null)]
    [InlineData(null, null)]
    public void Four_digits_are_an_ending(string? text, string? ending) => Assert.Equal(ending, PhoneNumber.ParseEnding(text));
}
