using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Goes through a file of places once before it is read: codes that a spreadsheet spoilt, what the column "type" holds, and numbers that show the datum.</summary>
internal static class SurveyRows
{
    private const int MostSamples = 200;
    private static readonly string[] Codes = ["township", "village", "id"];

    /// <summary>The positions of the first rows as they are written; notices tell which columns are not read, and why. Refuses a file without a column for names.</summary>
    public static IReadOnlyList<(double X, double Y)> Of(SourceTable table, ColumnPlan columns, KindWords kinds, ICollection<string> notices)
    {
        columns.RequireName();
        Dictionary<string, string> spoilt = new(StringComparer.Ordinal);
        var (typed, isKind) = (0, false);
        foreach (var row in table.Rows)
        {
            foreach (var field in Codes.Where(field => !spoilt.ContainsKey(field)))
            {
                if (columns.ColumnsOf(field).Select(at => row.Cells[at]).FirstOrDefault(ColumnPlan.IsSpoiltCode) is { } cell)
                {
                    spoilt[field] = cell;
                }
            }

            if (typed < 1000 && columns.Value(row, "kind") is { Length: > 0 } word)
            {
                typed++;
                isKind |= kinds.Find(word) is not null;
            }
        }

        DropSpoilt(columns, spoilt, notices);
        if (typed > 0 && !isKind && !columns.IsMapped("kind"))
        {
            columns.Move("kind", "accepts"); // a "type" that names no kinds most often names what is taken
        }

        if (columns.Unused.Count > 0)
        {
            notices.Add($"没有用到的列：{ColumnPlan.Listed(columns.Unused)}");
        }

        return [.. ChooseCrs.Samples(table.Rows, columns).Take(MostSamples)];
    }

    /// <summary>A spreadsheet that shows 1.20119E+11 has lost the last digits: the column is refused once, not every row.</summary>
    private static void DropSpoilt(ColumnPlan columns, Dictionary<string, string> spoilt, ICollection<string> notices)
    {
        foreach (var (field, cell) in spoilt)
        {
            notices.Add($"列“{columns.HeaderOf(field)}”没有用：代码被 Excel 写成了科学计数法（{cell}），后几位已经丢了。改法：在 Excel 里选中这一列，设为“文本”格式，重新填入代码再保存。这次按乡镇和村的名称匹配。");
            columns.Move(field, null);
        }
    }
}
