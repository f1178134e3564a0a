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
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            throw new StartFailedException(
                $"无法启动：密钥文件 {folder.RingFile} 已损坏。", "The key file is damaged: restore it from its backup; without it personal data cannot be read.", failure);
        }
    }

    private static KeyRing Load(KeyFolder folder)
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(folder.RingFile, options);
        JsonSerializer.Serialize(file, ring);
        file.Flush(flushToDisk: true); // data encrypted with a key that a power cut takes away would be lost
        return ring;
    }
}
