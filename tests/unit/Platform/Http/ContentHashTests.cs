using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.UnitTests.Platform.Http;

/// <summary>Every byte and the length count, whatever the length.</summary>
public sealed class ContentHashTests
{
    [Fact]
    public void Changing_any_byte_or_the_length_changes_the_hash()
    {
        HashSet<ulong> seen = [];
        for (var length = 0; length <= 40; length++)
        {
            Assert.True(seen.Add(Of(new byte[length])), $"{length} zeros");
            for (var at = 0; at < length; at++)
            {
                var bytes = new byte[length];
                bytes[at] = 1;
                Assert.True(seen.Add(Of(bytes)), $"byte {at} of {length}");
            }
        }
    }

    [Fact]
    public void Null_differs_from_empty_and_two_texts_from_one() =>
        Assert.Equal(4, new[] { Of([null]), Of([""]), Of(["ab", "c"]), Of(["a", "bc"]) }.Distinct().Count());

    private static ulong Of(byte[] bytes)
    {
        var hash = default(ContentHash);
        hash.Add(bytes);
        return hash.Value;
    }

    private static ulong Of(string?[] texts)
    {
        var hash = default(ContentHash);
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return hash.Value;
    }
}
