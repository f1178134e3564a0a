using System.Text.Json;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>Keeps the key ring in a file that only its owner can read.</summary>
public static class KeyRingFile
{
    /// <summary>Reads the ring; at the first start makes one. Refuses a file that cannot be read.</summary>
    public static KeyRing LoadOrCreate(KeyFolder folder)
    {
        folder.Create();
        try
        {
            return File.Exists(folder.RingFile) ? Load(folder) : Create(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Unusable(failure);
        }
    }

    /// <summary>Reads the ring. Refuses a missing or damaged file.</summary>
    public static KeyRing Load(KeyFolder folder)
    {
        if (!File.Exists(folder.RingFile))
        {
            throw new StartFailedException($"密钥文件夹 {folder.Path} 里没有密钥。", "There are no keys here: name the right folder with --Security:KeyFolder, or restore the keys from their backup.");
        }

        try
        {
            return Read(folder);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            throw new StartFailedException(
                $"无法启动：密钥文件 {folder.RingFile} 已损坏。", "The key file is damaged: restore it from its backup; without it personal data cannot be read.", failure);
        }
    }

    /// <summary>Writes a changed ring in the place of the old one: a reader sees either, never a half.</summary>
    public static void Save(KeyFolder folder, KeyRing ring)
    {
        var next = folder.RingFile + ".next";
        File.Delete(next);
        Write(next, ring);
        File.Move(next, folder.RingFile, overwrite: true);
    }

    /// <summary>Keeps other commands from changing the ring until it is disposed. Refuses when one is at it.</summary>
    public static IDisposable Lock(KeyFolder folder)
    {
        try
        {
            return new FileStream(folder.RingFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException failure)
        {
            throw new StartFailedException("另一条 keys 命令正在改动密钥。", "Another keys command is changing the ring: wait for it.", failure);
        }
    }

    private static KeyRing Read(KeyFolder folder)
    {
        var ring = JsonSerializer.Deserialize<KeyRing>(File.ReadAllBytes(folder.RingFile), JsonSerializerOptions.Strict)
            ?? throw new JsonException("empty");
        return ring.DataKeys.Count > 0 && ring.DataKeys.Values.Append(ring.HashKey).All(key => key.Length == KeyRing.KeyBytes)
            ? ring
            : throw new FormatException("a key has the wrong length");
    }

    private static KeyRing Create(KeyFolder folder)
    {
        var ring = KeyRing.Create();
        Write(folder.RingFile, ring);
        return ring;
    }

    private static void Write(string path, KeyRing ring)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, ring);
        file.Flush(flushToDisk: true); // data encrypted with a key that a power cut takes away would be lost
    }
}
