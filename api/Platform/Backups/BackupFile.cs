using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>The file of a backup: a zip with the data and, last, its manifest. Readable by its owner alone.</summary>
public static class BackupFile
{
    /// <summary>Writes a new file, complete or not at all. Answers its size and checksum. Refuses to write over another.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fillAsync">Adds the data; each entry through the given function.</param>
    /// <param name="manifest">Makes the manifest from the checksum.</param>
    public static async Task<(long Bytes, string Sha256)> WriteAsync(string path, Func<Func<string, Func<Stream, Task>, Task>, Task> fillAsync, Func<string, BackupManifest> manifest)
    {
        if (File.Exists(path))
        {
            throw new StartFailedException($"{path} 已经存在，没有备份。", "The file exists: name another one.");
        }

        var partial = path + ".partial";
        try
        {
            string checksum;
            await using (var file = Create(partial))
            {
                await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
                {
                    await fillAsync((name, write) => AddAsync(zip, hash, name, write));
                    checksum = Convert.ToHexStringLower(hash.GetHashAndReset());
                    await using var last = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync();
                    await last.WriteAsync(manifest(checksum).ToJson());
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path);
            return (new FileInfo(path).Length, checksum);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"备份没有写成：{path}（{failure.Message}）。", "Mend: choose a folder this user may write to, with room for a copy of the database.", failure);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Opens a backup and checks that it is whole. Refuses anything else.</summary>
    public static async Task<(ZipArchive Zip, BackupManifest Manifest)> OpenAsync(string path)
    {
        ZipArchive zip;
        try
        {
            zip = await ZipFile.OpenReadAsync(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartFailedException($"{path} 打不开，或不是备份文件（{failure.Message}）。", "Name a file that the backup command wrote.", failure);
        }

        try
        {
            var manifest = await ManifestAsync(zip) ?? throw new StartFailedException($"{path} 不是本程序的备份。", "It has no manifest that this program understands.");
            return manifest.Sha256 == await ChecksumAsync(zip)
                ? (zip, manifest)
                : throw new StartFailedException($"{path} 已损坏：校验和不对，没有恢复。", "The backup is damaged: take another one.");
        }
        catch (Exception failure)
        {
            await zip.DisposeAsync();
            throw failure is InvalidDataException ? new StartFailedException($"{path} 已损坏，没有恢复。", "The backup is damaged: take another one.", failure) : failure;
        }
    }

    /// <summary>The entries with data, in their order.</summary>
    public static IEnumerable<ZipArchiveEntry> Data(ZipArchive zip) => zip.Entries.Where(entry => entry.FullName != BackupManifest.EntryName);

    /// <summary>A new file for its owner alone.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static async Task AddAsync(ZipArchive zip, IncrementalHash hash, string name, Func<Stream, Task> write)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await using var hashing = new CryptoStream(entry, new Hashing(hash), CryptoStreamMode.Write, leaveOpen: true);
        await write(hashing);
    }

    private static async Task<BackupManifest?> ManifestAsync(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.EntryName) is not { } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync();
        return BackupManifest.Read(stream);
    }

    private static async Task<string> ChecksumAsync(ZipArchive zip)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[1 << 16];
        foreach (var entry in Data(zip))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.FullName));
            await using var stream = await entry.OpenAsync();
            while (await stream.ReadAsync(piece) is var read and > 0)
            {
                hash.AppendData(piece, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Passes bytes on as they are and adds them to the checksum.
#pragma warning disable S2257 // no algorithm: it hands bytes to SHA-256 as they pass
    private sealed class Hashing(IncrementalHash hash) : ICryptoTransform
#pragma warning restore S2257
    {
        public bool CanReuseTransform => false;

        public bool CanTransformMultipleBlocks => true;

        public int InputBlockSize => 1;

        public int OutputBlockSize => 1;

        public int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
        {
            hash.AppendData(inputBuffer, inputOffset, inputCount);
            Buffer.BlockCopy(inputBuffer, inputOffset, outputBuffer, outputOffset, inputCount);
            return inputCount;
        }

        public byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
        {
            hash.AppendData(inputBuffer, inputOffset, inputCount);
            return inputBuffer[inputOffset..(inputOffset + inputCount)];
        }

        public void Dispose()
        {
            // the hash belongs to the caller
        }
    }
}
