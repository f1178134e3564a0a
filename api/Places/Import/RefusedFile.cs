using System.Text;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Writes refused rows back as they were, with what is wrong in a last column.</summary>
internal static class RefusedFile
{
    private const string Reason = "原因";

    /// <summary>The file, in the encoding and with the delimiter of the one that was imported; reasons by the number of the row.</summary>
    public static byte[] Of(ReadSource source, IReadOnlyDictionary<int, string> reasons)
    {
        try
        {
            return Write(source, reasons, source.Encoding);
        }
        catch (EncoderFallbackException)
        {
            return Write(source, reasons, new UTF8Encoding(true)); // Latin-1 and Big5 lack letters of our words; with a mark, so that spreadsheets see it
        }
    }

    private static byte[] Write(ReadSource source, IReadOnlyDictionary<int, string> reasons, Encoding encoding)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, encoding, 64 * 1024))
        {
            // A file that was given back before has the column already.
            var kept = Enumerable.Range(0, source.Table.Columns.Count).Where(i => source.Table.Columns[i] != Reason).ToList();
            Append(text, [.. kept.Select(i => source.Table.Columns[i]), Reason], source.Table.Delimiter);
            foreach (var row in source.Table.Rows.Where(row => reasons.ContainsKey(row.Number)))
            {
                Append(text, [.. kept.Select(i => row.Cells[i]), reasons[row.Number]], source.Table.Delimiter);
            }
        }

        return bytes.ToArray();
    }

    private static void Append(StreamWriter text, IReadOnlyList<string> cells, char delimiter)
    {
        text.Write(string.Join(delimiter, cells.Select(cell => Quote(cell, delimiter))));
        text.Write("\r\n");
    }

    private static string Quote(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
