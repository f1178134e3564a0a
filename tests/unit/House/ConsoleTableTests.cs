using System.Text.RegularExpressions;

namespace Jizhou.Public.UnitTests.House;

/// <summary>Operators have phones too: a table of the console becomes cards there, and a card without the name of its cells is a riddle.</summary>
public sealed partial class ConsoleTableTests
{
    /// <summary>Tables that stay tables: three narrow columns, and the columns of a clerk's own file.</summary>
    private static readonly string[] Tables = ["CapacityPage.razor", "Import/Console/ReportPage.razor"];

    [Fact]
    public void Every_list_of_the_console_becomes_cards_on_a_phone_with_its_cells_named()
    {
        var pages = Repository.Files("api", ".razor").Select(file => (File: file, Text: Repository.Read(file)))
            .Where(page => page.Text.Contains("<table", StringComparison.Ordinal) && (page.Text.Contains("<ConsoleShell", StringComparison.Ordinal) || page.File.EndsWith("LinesTable.razor", StringComparison.Ordinal)))
            .Where(page => !Tables.Any(table => page.File.EndsWith(table, StringComparison.Ordinal))).ToList();
        Assert.True(pages.Count > 10, $"only {pages.Count} pages with tables");
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<table>", page.Text, StringComparison.Ordinal);
            Assert.All(CardTable().Matches(page.Text), table =>
            {
                var unnamed = Regex.Count(table.Value, "<td(?! data-label)");
                Assert.True(unnamed <= 1, $"{page.File}: {unnamed} cells without data-label; only one with buttons may go without"); // buttons say themselves what they do
            });
        });
    }

    [GeneratedRegex("<table class=\"cards\">.*?</table>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CardTable();
}
