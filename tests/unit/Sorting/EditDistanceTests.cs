using Jizhou.Public.Api.Sorting.Search;

namespace Jizhou.Public.UnitTests.Sorting;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("洗衣机", "洗衣机", 0)]
    [InlineData("洗衣几", "洗衣机", 1)]
    [InlineData("洗机", "洗衣机", 1)]
    [InlineData("洗洗衣机", "洗衣机", 1)]
    [InlineData("衣洗机", "洗衣机", 1)]
    [InlineData("电冰箱", "洗衣机", 3)]
    [InlineData("", "电池", 2)]
    public void Known_distances(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Within(left, right, 5));

    [Fact]
    public void It_agrees_with_the_textbook_on_random_texts()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var (left, right) = (Text(random), Text(random));
            var limit = random.Next(0, 5);
            Assert.Equal(Math.Min(Textbook(left, right), limit + 1), EditDistance.Within(left, right, limit));
        }
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => "甲乙丙"[random.Next(3)]));

    // The definition, with the whole table kept and no early end.
    internal static int Textbook(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var same = left[i - 1] == right[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
