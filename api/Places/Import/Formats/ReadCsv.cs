using Jizhou.Public.Api.Places.Import.Decoding;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads CSV: comma, semicolon or tab, quoted cells, titles above the header.</summary>
public static class ReadCsv
{
    private const int Looked = 64 * 1024;

    /// <summary>The table; its rows are read from the file again each time they are gone through.</summary>
    public static SourceTable Of(DecodedText text, Func<IReadOnlyList<string>, int> countKnown)
    {
        var (delimiter, skipped) = Delimiter(text);
        return HeaderRow.Table(Records(text, delimiter, skipped), countKnown) with { Delimiter = delimiter, IsText = true };
    }

    private static IEnumerable<SourceRow> Records(DecodedText text, char delimiter, int skipped)
    {
        using var reader = text.Open();
        for (var i = 0; i < skipped; i++)
        {
            _ = reader.Read();
        }

        foreach (var row in new CsvRecords(reader, delimiter).All())
        {
            yield return row;
        }
    }

    private static (char Delimiter, int Skipped) Delimiter(DecodedText text)
    {
        using var reader = text.Open();
        var piece = new char[Looked];
        var sample = piece.AsSpan(0, reader.ReadBlock(piece));
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n')
        {
            return (sample[4], sample.Length > 6 && sample[5] == '\r' && sample[6] == '\n' ? 7 : 6); // Excel's own first line
        }

        var (commas, semicolons, tabs) = (sample.Count(','), sample.Count(';'), sample.Count('\t'));
        if (tabs > commas && tabs > semicolons)
        {
            return ('\t', 0);
        }

        // A decimal comma makes commas frequent; then a line with more semicolons than commas among the first decides.
        var lines = new string(sample[..Math.Min(sample.Length, 4096)]).Split('\n').Take(5);
        return (lines.Any(line => line.Count(letter => letter == ';') > line.Count(letter => letter == ',')) ? ';' : ',', 0);
    }
}
