namespace Jizhou.Public.Site.Build;

/// <summary>The folder the site is served from while the next build is written into it.</summary>
/// <remarks>
/// All files are finished in memory before the first is written, so broken content leaves the old output as it was. A
/// file is written beside its place and moved over it: a reader sees the old or the new one, never half. Hashed files
/// and pages are written before what nobody needs any more is removed.
/// </remarks>
public static class OutputFolder
{
    /// <summary>Makes the folder hold exactly these files; returns how many had to change.</summary>
    public static int Write(string folder, IReadOnlyList<SiteFile> files)
    {
        Directory.CreateDirectory(folder);
        var changed = files.Count(file => WriteOne(folder, file));
        return changed + RemoveOthers(folder, files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
    }

    private static bool WriteOne(string folder, SiteFile file)
    {
        var path = Path.Combine(folder, file.Path);
        if (File.Exists(path) && file.Bytes.Span.SequenceEqual(File.ReadAllBytes(path)))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        File.WriteAllBytes(beside, file.Bytes.Span);
        File.Move(beside, path, overwrite: true);
        return true;
    }

    private static int RemoveOthers(string folder, HashSet<string> wanted)
    {
        var stale = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !wanted.Contains(Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .ToList();
        stale.ForEach(File.Delete);
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)
                     .OrderByDescending(path => path.Length))
        {
            DeleteIfEmpty(below);
        }

        return stale.Count;
    }

    // Looked at one by one and deepest first, because a folder may become empty only when the one in it goes.
    private static void DeleteIfEmpty(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
