namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The key ring as its file is now: a rotated ring is picked up while the program runs.</summary>
public sealed class LiveKeyRing
{
    private readonly KeyFolder? _folder;
    private readonly Lock _lock = new();
    private volatile KeyRing? _current;
    private DateTime _written;

    /// <summary>The ring of a folder, read when it is first needed and then made if there is none: a command that needs no keys (restore) makes none either.</summary>
    public LiveKeyRing(KeyFolder folder) => _folder = folder;

    /// <summary>A ring without a file.</summary>
    public LiveKeyRing(KeyRing ring) => _current = ring;

    /// <summary>The ring now.</summary>
    public KeyRing Current => _current ?? First();

    /// <summary>The key with this id; reads the file again before it says there is none, because another process may have rotated a moment ago.</summary>
    public byte[]? Find(ushort id) => Current.DataKeys.GetValueOrDefault(id) ?? (Refresh() ? Current.DataKeys.GetValueOrDefault(id) : null);

    /// <summary>Reads the file again if it was written since; true when the ring is another one then. Refuses a file that cannot be read; the ring stays.</summary>
    public bool Refresh()
    {
        _ = Current;
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

    private KeyRing First()
    {
        lock (_lock)
        {
            if (_current is null)
            {
                _current = KeyRingFile.LoadOrCreate(_folder!);
                _written = File.GetLastWriteTimeUtc(_folder!.RingFile);
            }

            return _current;
        }
    }
}
