using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>Pictures that belong to the content (<c>content/pictures/*.svg</c>), copied to <c>/assets/pictures/</c>.</summary>
public static class Pictures
{
    /// <summary>The files to write.</summary>
    public static IEnumerable<SiteFile> Of(ContentFolder content)
    {
        var folder = Path.Combine(content.Path, "pictures");
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*.svg")
                .Select(path => new SiteFile($"assets/pictures/{Path.GetFileName(path)}", File.ReadAllBytes(path)));
    }
}
