namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The key ring as its file is now: a rotated ring is picked up while the program runs.</summary>
public sealed class LiveKeyRing
{
    private readonly KeyFolder? _folder;
    private readonly Lock _lock = new();
    private volatile KeyRing _current;
    private DateTime _written;

    /// <summary>Reads the ring; makes one at the first start.</summary>
    public LiveKeyRing(KeyFolder folder)
    {
        _folder = folder;
        _current = KeyRingFile.LoadOrCreate(folder);
        _written = File.GetLastWriteTimeUtc(folder.RingFile);
    }

    /// <summary>A ring without a file.</summary>
    public LiveKeyRing(KeyRing ring) => _current = ring;

    /// <summary>The ring now.</summary>
    public KeyRing Current => _current;

    /// <summary>The key with this id; reads the file again before it says there is none, because another process may have rotated a moment ago.</summary>
    public byte[]? Find(ushort id) => _current.DataKeys.GetValueOrDefault(id) ?? (Refresh() ? _current.DataKeys.GetValueOrDefault(id) : null);

    /// <summary>Reads the file again if it was written since; true when the ring is another one then. Refuses a file that cannot be read; the ring stays.</summary>
    public bool Refresh()
    {
        if (_folder is null)
        {
            return false;
        }

        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(_folder.RingFile);
            if (written == _written)
            {
                return false;
            }

            _current = KeyRingFile.Load(_folder);
            _written = written;
            return true;
        }
    }
}
