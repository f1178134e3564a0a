using System.Text;

namespace Jizhou.Public.Api.Places.Import.Decoding;

/// <summary>A file as text.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Encoding">How it was written; writing with it gives the same bytes, its mark included.</param>
/// <param name="Name">The encoding's name for people.</param>
public sealed record DecodedText(SourceBytes Bytes, Encoding Encoding, string Name)
{
    /// <summary>The whole text without a byte order mark; for files that are known to be small.</summary>
    public string Text
    {
        get
        {
            using var reader = Open();
            return reader.ReadToEnd();
        }
    }

    /// <summary>The text from its beginning, without a byte order mark.</summary>
    public TextReader Open()
    {
        var reader = new StreamReader(Bytes.Open(), Encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024);
        if (reader.Peek() == '\uFEFF')
        {
            _ = reader.Read();
        }

        return reader;
    }
}
