using System.Text;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Writes refused rows back as they were, with what is wrong in a last column.</summary>
internal static class RefusedFile
{
    /// <summary>The file, in the encoding and with the delimiter of the one that was imported.</summary>
    public static byte[] Of(ReadSource source, IReadOnlyList<RefusedRow> refused)
    {
        var text = new StringBuilder();
        Append(text, [.. source.Table.Columns, "原因"], source.Table.Delimiter);
        foreach (var row in refused.GroupBy(one => one.Row.Number).OrderBy(group => group.Key))
        {
            var reasons = row.Select(one => one.Column.Length == 0 ? one.Reason : $"{one.Column}“{one.Value}”：{one.Reason}");
            Append(text, [.. row.First().Row.Cells, string.Join("；", reasons)], source.Table.Delimiter);
        }

        return [.. source.Encoding.Preamble, .. Bytes(source.Encoding, text.ToString())];
    }

    /// <summary>Latin-1 has no Chinese: then the file is UTF-8, with a mark so that spreadsheets see it.</summary>
    private static byte[] Bytes(Encoding encoding, string text)
    {
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells, char delimiter) =>
        text.AppendJoin(delimiter, cells.Select(cell => Quote(cell, delimiter))).Append("\r\n");

    private static string Quote(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
