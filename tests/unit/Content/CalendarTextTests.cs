using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The writer behind every calendar file; the files themselves are tested where they are made.</summary>
public sealed class CalendarTextTests
{
    [Fact]
    public void A_line_is_folded_at_75_octets_between_characters_and_reads_the_same_unfolded()
    {
        var words = string.Concat(Enumerable.Repeat("农膜a🚚", 40));
        var text = CalendarText.Write("test", [$"SUMMARY:{words}"]);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"\r\nSUMMARY:{words}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\\b;c,d", "a\\\\b\\;c\\,d")]
    [InlineData("one\ntwo\r\nthree", "one\\ntwo\\nthree")]
    public void What_means_something_in_a_text_is_escaped(string words, string value) => Assert.Equal(value, CalendarText.Words(words));

    [Fact]
    public void A_moment_is_written_in_UTC() =>
        Assert.Equal("20261203T000000Z", CalendarText.Utc(new DateTimeOffset(2026, 12, 3, 8, 0, 0, TimeSpan.FromHours(8))));
}
