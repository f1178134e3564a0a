namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>The repository's content with another data/bulky; everything else is linked. Gone with the test.</summary>
internal sealed class ContentCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-content-").FullName;

    /// <summary>The content as it is.</summary>
    public ContentCopy()
    {
        var content = Path.Combine(Repository.Root, "content");
        Link(content, _folder, except: "data");
        Link(Path.Combine(content, "data"), Path.Combine(_folder, "data"), except: "bulky");
        Directory.CreateDirectory(Path.Combine(_folder, "data", "bulky"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "data", "bulky")))
        {
            File.Copy(file, Path.Combine(_folder, "data", "bulky", Path.GetFileName(file)));
        }
    }

    /// <summary>The setting that names it.</summary>
    public (string Name, string Value) Setting => ("Content:Folder", _folder);

    /// <summary>Writes other words into a file of data/bulky.</summary>
    public ContentCopy With(string file, params (string Old, string Now)[] changes)
    {
        var path = Path.Combine(_folder, "data", "bulky", file + ".yaml");
        var text = File.ReadAllText(path);
        foreach (var (old, now) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        File.WriteAllText(path, text);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Link(string from, string to, string except)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(e => Path.GetFileName(e) != except))
        {
            File.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(entry)), entry);
        }
    }
}
