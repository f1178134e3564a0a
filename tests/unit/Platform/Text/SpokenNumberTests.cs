using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.UnitTests.Platform.Text;

/// <summary>The number of a booking or report, as people read it aloud and type it.</summary>
public sealed class SpokenNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void It_comes_in_three_groups_of_four_readable_characters_and_reads_back()
    {
        var all = Enumerable.Range(0, 2000).Select(_ => SpokenNumber.New()).ToList();
        Assert.Equal(2000, all.Distinct().Count());
        Assert.All(all, r =>
        {
            Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", r.ToString());
            Assert.True(SpokenNumber.TryParse(r.ToString(), out var back) && back == r);
        });
    }

    [Fact]
    public void Its_random_part_uses_every_character_in_every_place()
    {
        var all = Enumerable.Range(0, 4000).Select(_ => SpokenNumber.New().Text).ToList();
        Assert.All(Enumerable.Range(0, 11), place => Assert.Equal(32, all.Select(t => t[place]).Distinct().Count()));
    }

    [Fact]
    public void Every_wrong_character_and_every_swap_of_neighbours_is_noticed()
    {
        var text = SpokenNumber.New().Text;
        var wrong = from place in Enumerable.Range(0, 12)
                    from letter in Alphabet
                    where letter != text[place]
                    select text[..place] + letter + text[(place + 1)..];
        var swapped = from place in Enumerable.Range(0, 11)
                      where text[place] != text[place + 1]
                      select text[..place] + text[place + 1] + text[place] + text[(place + 2)..];
        Assert.All(wrong.Concat(swapped), t => Assert.False(SpokenNumber.TryParse(t, out _)));
    }

    [Fact]
    public void It_may_be_typed_in_small_or_full_width_letters_with_O_and_I_for_digits()
    {
        var reference = Enumerable.Range(0, 10_000).Select(_ => SpokenNumber.New())
            .First(r => r.Text.Contains('0', StringComparison.Ordinal) && r.Text.Contains('1', StringComparison.Ordinal));
        var typed = " " + reference.ToString().ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " ", StringComparison.Ordinal);
        Assert.True(SpokenNumber.TryParse(typed, out var read) && read == reference);
        var wide = string.Concat(reference.Text.Select(c => (char)(c + 0xFEE0)));
        Assert.True(SpokenNumber.TryParse(wide, out read) && read == reference);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-0000-000")]
    [InlineData("UUUU-UUUU-UUUU")]
    [InlineData("０000-0000-0000-0000")]
    [InlineData("<script>")]
    public void Other_text_is_refused(string? text) => Assert.False(SpokenNumber.TryParse(text, out _));
}
