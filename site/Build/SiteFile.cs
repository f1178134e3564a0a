using System.Text;

namespace Jizhou.Public.Site.Build;

/// <summary>One finished file of the site.</summary>
/// <param name="Path">Path below the output folder, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A text file, as UTF-8 without a byte order mark.</summary>
    public static SiteFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
