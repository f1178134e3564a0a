using System.Reflection;

namespace Jizhou.Public.Site.Build;

/// <summary>The style sheets, scripts, examples and pictures that travel inside the program.</summary>
public static class EmbeddedFiles
{
    private static readonly Assembly Here = typeof(EmbeddedFiles).Assembly;

    /// <summary>Paths below <c>site/</c> that lie in a folder and end in a way, in ordinal order.</summary>
    public static IReadOnlyList<string> Find(string folder, string ending) =>
    [
        .. Here.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one file.</summary>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of one file.</summary>
    public static byte[] ReadBytes(string path)
    {
        using var stream = Open(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string path) =>
        Here.GetManifestResourceStream(path)
        ?? throw new FileNotFoundException($"site/{path} is not embedded in the program; see the EmbeddedResource line of the project file.");
}
