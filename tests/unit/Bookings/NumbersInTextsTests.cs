using System.Text;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;
using Jizhou.Public.Site;
using Jizhou.Public.Site.Build;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>Every text takes the pickup's numbers from data/bulky: other numbers there, other numbers on every page, and the old ones nowhere.</summary>
public sealed class NumbersInTextsTests(ChangedNumbers changed) : IClassFixture<ChangedNumbers>
{
    [Theory]
    [InlineData("about/privacy/index.html", "上门日之后 91 天", "留 91 天", "23 分钟不提交")]
    [InlineData("booking/index.html", "一次最多 7 种、4.5 立方米", "15:25")]
    public void A_page_tells_the_numbers_of_the_data(string page, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, changed.Pages[page], StringComparison.Ordinal));

    [Theory]
    [InlineData("16:00")] // cut-off
    [InlineData("28 天")] // horizon
    [InlineData("15 分钟")] // hold
    [InlineData("30 分钟")] // token of a look-up
    [InlineData("上门日之后 180 天")]
    [InlineData("6 立方米")]
    [InlineData("10 种")]
    [InlineData("08:00")] // windows
    [InlineData("17:00")]
    public void No_page_of_the_pickup_tells_an_old_number(string old)
    {
        var pages = changed.Pages.Where(p => p.Key.StartsWith("booking/", StringComparison.Ordinal) || p.Key.StartsWith("bulky/", StringComparison.Ordinal)
            || p.Key.StartsWith("about/privacy", StringComparison.Ordinal) || p.Key.StartsWith("sorting/bulky", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count >= 4);
        Assert.Empty(pages.Where(p => p.Value.Contains(old, StringComparison.Ordinal)).Select(p => p.Key));
    }

    [Fact]
    public void Every_number_of_the_data_was_changed_by_this_test()
    {
        var before = BulkyNumbers.Of(TestContent.Real.Bulky!);
        Assert.Empty(BulkyNumbers.Of(changed.Book).Where(n => before[n.Key] == n.Value).Select(n => n.Key));
    }
}

/// <summary>The site built from content whose every number of the pickup is another one.</summary>
public sealed class ChangedNumbers : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-numbers-").FullName;

    /// <summary>HTML by path.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; private set; } = new Dictionary<string, string>();

    /// <summary>The changed data.</summary>
    public BulkyBook Book { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        TestContent.Copy(_folder);
        Rewrite("rules", ("cutOff: \"16:00\"", "cutOff: \"15:25\""), ("horizonDays: 28", "horizonDays: 19"), ("holdMinutes: 15", "holdMinutes: 23"), ("lookupMinutes: 30", "lookupMinutes: 37"),
            ("missedDays: 2", "missedDays: 5"), ("keepDays: 180", "keepDays: 91"), ("08:00", "07:50"), ("12:00", "11:40"), ("13:00", "13:20"), ("17:00", "16:40"));
        Rewrite("classes", ("lines: 10", "lines: 7"), ("cubicMetres: 6", "cubicMetres: 4.5"), ("openPerAddress: 2", "openPerAddress: 9"), ("openPerPhone: 3", "openPerPhone: 8"),
            ("openPerAddress: 3,", "openPerAddress: 9,"), ("openPerPhone: 4 }", "openPerPhone: 8 }"), ("openPerAddress: 4,", "openPerAddress: 9,"));
        var content = ContentFolder.Load(_folder);
        Book = content.Bulky!;
        Pages = (await BuildSite.RunAsync(content, new SiteSettings())).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private void Rewrite(string file, params (string Old, string Now)[] changes)
    {
        var path = Path.Combine(_folder, "data", "bulky", file + ".yaml");
        var text = File.ReadAllText(path);
        foreach (var (old, now) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        File.WriteAllText(path, text);
    }
}
