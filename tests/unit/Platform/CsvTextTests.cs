using System.Text;
using Jizhou.Public.Api.Platform.Formats;

namespace Jizhou.Public.UnitTests.Platform;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@sum", "'@sum")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("—", "—")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(-3, "-3")]
    [InlineData(94.9, "94.9")]
    [InlineData(true, "true")]
    public void A_field_is_quoted_and_never_a_formula(object? value, string written)
    {
        var table = new CsvText("column");
        table.Row(value);
        Assert.Equal($"column\r\n{written}\r\n", Encoding.UTF8.GetString(table.ToUtf8(withMark: false)));
    }

    [Fact]
    public void A_row_of_another_width_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CsvText("a", "b").Row("1"));
}
