using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Api.Places;

/// <summary>Puts an answer together from UTF-8 pieces in a rented buffer; give it back by disposing.</summary>
internal sealed class PlacePen : IDisposable
{
    private static readonly StringValues Json = "application/json; charset=utf-8";

    [ThreadStatic]
    private static PlacePen? s_spare; // one a thread: an answer that is sent at once takes and leaves it

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
    private int _length;

    private PlacePen()
    {
    }

    /// <summary>A pen with an empty buffer.</summary>
    public static PlacePen Take()
    {
        var pen = s_spare ?? new PlacePen();
        s_spare = null;
        pen._length = 0;
        return pen;
    }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Copies a piece.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        Reserve(piece.Length);
        piece.CopyTo(_buffer.AsSpan(_length));
        _length += piece.Length;
    }

    /// <summary>Writes a whole number.</summary>
    public void Write(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Writes a JSON string of characters that need no escaping, or null.</summary>
    public void WritePlain(string? text)
    {
        if (text is null)
        {
            Write("null"u8);
            return;
        }

        Write("\""u8);
        Reserve(text.Length);
        _length += System.Text.Encoding.ASCII.GetBytes(text, _buffer.AsSpan(_length));
        Write("\""u8);
    }

    /// <summary>Sends it as JSON and gives the buffer back.</summary>
    public Task SendAsync(HttpContext context)
    {
        context.Response.Headers.ContentType = Json;
        context.Response.ContentLength = _length;
        var sent = context.Response.BodyWriter.WriteAsync(Written, CancellationToken.None); // a closed connection ends it; asking for its token would make one a request
        if (!sent.IsCompletedSuccessfully)
        {
            return FinishAsync(sent);
        }

        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!TryKeep(this))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private static bool TryKeep(PlacePen pen)
    {
        if (s_spare is not null || pen._buffer.Length > 64 * 1024)
        {
            return false;
        }

        s_spare = pen;
        return true;
    }

    private async Task FinishAsync(ValueTask<FlushResult> sent)
    {
        using (this)
        {
            await sent;
        }
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
