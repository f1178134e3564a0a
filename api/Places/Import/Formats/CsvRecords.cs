using System.Text;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Splits a text into rows of cells (RFC 4180, any line ends, blanks around nothing); a quote inside an unquoted cell is a letter like any other.</summary>
internal sealed class CsvRecords(TextReader reader, char delimiter)
{
    private const int LongestCell = 1024 * 1024;

    private readonly char[] _piece = new char[32 * 1024];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _end;
    private int _row = 1;

    /// <summary>All rows, numbered from 1; refuses a quote that is never closed.</summary>
    public IEnumerable<SourceRow> All()
    {
        List<string> cells = [];
        for (int letter; (letter = Next()) >= 0;)
        {
            if (letter == '"' && _cell.Length == 0)
            {
                ReadQuoted();
            }
            else if (letter == delimiter)
            {
                cells.Add(Take());
            }
            else if (letter is '\n' or '\r')
            {
                SkipLineFeed(letter);
                cells.Add(Take());
                yield return new(_row++, cells.ToArray());
                cells.Clear();
            }
            else
            {
                Append((char)letter);
            }
        }

        if (_cell.Length > 0 || cells.Count > 0)
        {
            yield return new(_row, [.. cells, Take()]) { IsLastWithoutEnd = true };
        }
    }

    private void ReadQuoted()
    {
        for (int letter; (letter = Next()) >= 0;)
        {
            if (letter != '"')
            {
                Append((char)letter);
            }
            else if (Peek() == '"')
            {
                Append((char)Next());
            }
            else
            {
                return;
            }
        }

        throw Unclosed();
    }

    private void Append(char letter)
    {
        _cell.Append(letter);
        if (_cell.Length > LongestCell)
        {
            throw Unclosed();
        }
    }

    private ImportFailedException Unclosed() => new($"第 {_row} 行有一个引号没有配对，文件可能不完整。");

    private void SkipLineFeed(int letter)
    {
        if (letter == '\r' && Peek() == '\n')
        {
            Next();
        }
    }

    private string Take()
    {
        var text = _cell.ToString();
        _cell.Clear();
        return text;
    }

    private int Peek()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, reader.ReadBlock(_piece, 0, _piece.Length));
        }

        return _at < _end ? _piece[_at] : -1;
    }

    private int Next()
    {
        var letter = Peek();
        _at += letter >= 0 ? 1 : 0;
        return letter;
    }
}
