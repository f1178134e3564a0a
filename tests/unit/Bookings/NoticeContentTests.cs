using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>The words of notices as they ship, and what their loader refuses.</summary>
public sealed class NoticeContentTests
{
    private const string File = "data/bulky/notices.yaml";
    private static readonly NoticeBook Shipped = TestContent.Real.Notices!;

    [Fact]
    public void Every_event_has_words_that_fit_one_text_message()
    {
        Assert.Equal(NoticeBook.Events.Keys.Order(StringComparer.Ordinal), Shipped.Templates.Select(t => t.Code).Order(StringComparer.Ordinal));
        Assert.Empty(TestContent.Real.Warnings.Where(w => w.File == File));
        Assert.Equal([3, 1], Shipped.RemindDaysBefore);
        Assert.Contains("示例", Shipped.SampleMark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{in}{day}{window}来收大件", "{inn}{day}来收大件", "{inn}")]
    [InlineData("已约{day}{window}收", "已约{reason}收", "{reason}")]
    [InlineData("已约{day}{window}收", "已约{day}{window收", "a brace without its partner")]
    [InlineData("code: reminder", "code: reminders", "\"code\" is \"reminders\"")]
    [InlineData("code: reminder", "code: waiting", "no words for reminder")]
    [InlineData("[3, 1]", "[1, 3]", "\"remindDaysBefore\" holds \"3\"")]
    [InlineData("[3, 1]", "[0]", "\"remindDaysBefore\" holds \"0\"")]
    [InlineData("\"09:00\"", "9am", "\"remindAt\" is \"9am\"")]
    public void A_slip_is_told_with_its_place(string old, string now, string what)
    {
        var problems = TestContent.ProblemsAfter(File, text => text.Replace(old, now, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.File == File && p.Line > 0 && p.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_costs_two_messages_is_a_warning_and_stops_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-content-").FullName;
        try
        {
            TestContent.Copy(folder);
            var path = Path.Combine(folder, File);
            System.IO.File.WriteAllText(path, System.IO.File.ReadAllText(path).Replace("{in}{day}{window}来收大件", "{in}{day}{window}来收大件，谢谢您的耐心和配合", StringComparison.Ordinal));
            var warning = Assert.Single(ContentFolder.Load(folder).Warnings);
            Assert.Equal((File, TestContent.LineOf(File, "来收大件，请写好")), (warning.File, warning.Line));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
