using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads JSON piece by piece, so that a great file is never held whole.</summary>
internal sealed class ChunkedJson(Stream stream)
{
    private const int LargestItem = 16 * 1024 * 1024;

    private byte[] _piece = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isWhole;
    private bool _isBegun;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = ReadJson.MostLevels });

    private delegate bool Step(ref Utf8JsonReader reader);

    /// <summary>What stands here.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>How deep inside objects and arrays it stands.</summary>
    public int Depth { get; private set; }

    /// <summary>The text of a name or string that <see cref="Next"/> came to; null for anything else.</summary>
    public string? Text { get; private set; }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next() => Run((ref Utf8JsonReader reader) => reader.Read() && Note(ref reader));

    /// <summary>Reads the value that follows as a whole; the end of an array or object gives null.</summary>
    public JsonElement? NextValue()
    {
        JsonElement? value = null;
        Run((ref Utf8JsonReader reader) =>
        {
            if (!reader.Read())
            {
                return false;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                return Note(ref reader);
            }

            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return false;
            }

            value = document.RootElement;
            return Note(ref reader);
        });
        return value;
    }

    private bool Note(ref Utf8JsonReader reader)
    {
        (Token, Depth) = (reader.TokenType, reader.CurrentDepth);
        Text = Token is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
        return true;
    }

    private bool Run(Step step)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_piece.AsSpan(_start, _end - _start), _isWhole, _state);
            if (step(ref reader))
            {
                (_start, _state) = (_start + (int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }

            if (_isWhole)
            {
                return false;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _piece.AsSpan(_start, _end - _start).CopyTo(_piece);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _piece.Length)
        {
            Array.Resize(ref _piece, _piece.Length <= LargestItem ? _piece.Length * 2 : throw new ImportFailedException("JSON 里有一项超过 16 MiB，不像是一个点。"));
        }

        var read = stream.Read(_piece, _end, _piece.Length - _end);
        _end += read;
        _isWhole = read == 0;
        if (!_isBegun && _end >= 3)
        {
            _isBegun = true;
            _start = _piece is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0; // a byte order mark is no JSON
        }
    }
}
