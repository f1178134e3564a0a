namespace Jizhou.Public.History.Machines;

/// <summary>A disk that can be full: a tmpfs of its own. Needs root, or to run inside <c>unshare -Urm</c>.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Makes one.</summary>
    public static async Task<SmallDisk> MountAsync(int mebibytes)
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-history-disk-").FullName;
        await Shell.RunAsync("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=0700", "jizhou-history", folder);
        return new SmallDisk(folder);
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12, 1])
        {
            var piece = new byte[size];
            try
            {
                while (true)
                {
                    file.Write(piece);
                }
            }
            catch (IOException)
            {
                // no room for a piece of this size
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Filler);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }
}
