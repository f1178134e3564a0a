namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>One file of the built site.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was written; a changed file is read anew.</param>
/// <param name="ContentType">With its charset where it is text.</param>
/// <param name="CacheControl">For ever if the name carries a hash of the content, else ask again.</param>
/// <param name="Tag">Hash of the content as it is sent, without quotes.</param>
/// <param name="Filled">The text with the owner's settings filled in; null for a file that is sent as it stands on disk.</param>
public sealed record PortalFile(
    string Path, long Length, DateTime Modified, string ContentType, string CacheControl, string Tag, byte[]? Filled)
{
    /// <summary>Opens the content as it is sent.</summary>
    public Stream Open() => Filled is null ? File.OpenRead(Path) : new MemoryStream(Filled, writable: false);

    /// <summary>Bytes as they are sent.</summary>
    public long SentLength => Filled?.Length ?? Length;

    /// <summary>Whether compressing it saves anything.</summary>
    public bool IsText => ContentType.Contains("charset", StringComparison.Ordinal)
        || ContentType is "image/svg+xml" or "application/wasm";
}
