using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>What a backup says about itself: <c>manifest.json</c>, the last entry of the file.</summary>
/// <param name="Format">1.</param>
/// <param name="Provider">sqlite or postgres: a backup goes back to the kind of database it came from.</param>
/// <param name="Schema">Numbers of the scripts that had run.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Ring">Fingerprint of the key ring; the keys themselves are not in the backup.</param>
/// <param name="Keys">Ids of the keys the ring had then: all of them may be needed to read it.</param>
/// <param name="Sha256">Of all other entries, name and bytes, in their order.</param>
public sealed record BackupManifest(int Format, string Provider, IReadOnlyList<int> Schema, DateTimeOffset At, string Ring, IReadOnlyList<int> Keys, string Sha256)
{
    /// <summary>Its name in the file.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>As it is written.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonForm.Options);

    /// <summary>Reads it; null for anything else.</summary>
    public static BackupManifest? Read(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, JsonForm.Options) is { Format: 1 } manifest ? manifest : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
