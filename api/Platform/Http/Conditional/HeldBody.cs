namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The body of an answer while its tag is not known: held in memory, unless the handler has set an ETag itself (it made its
/// own tag, perhaps for a large export), then passed straight on.
/// </summary>
public sealed class HeldBody(HttpResponse response, Stream direct) : Stream
{
    private readonly MemoryStream _held = new();
    private bool _passesOn;

    /// <summary>What was held back.</summary>
    public ReadOnlyMemory<byte> Held => _held.GetBuffer().AsMemory(0, (int)_held.Length);

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private Stream Target
    {
        get
        {
            _passesOn |= _held.Length == 0 && response.Headers.ETag.Count > 0;
            return _passesOn ? direct : _held;
        }
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => Target.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Target.WriteAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc />
    public override void Flush()
    {
        // Held bytes are sent when the tag is known.
    }

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken)
        => _passesOn ? direct.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();
}
