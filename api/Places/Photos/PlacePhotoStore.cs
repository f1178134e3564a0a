using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Photos;

/// <summary>A photo's file.</summary>
/// <param name="MediaType">Its type.</param>
/// <param name="Bytes">The file.</param>
public sealed record PhotoFile(string MediaType, byte[] Bytes);

/// <summary>
/// The SQL of photos of places. Which one is shown stands with the place; the files stand apart, so that nothing that reads places carries them.
/// A file that is no longer shown can come back by taking a change back, for <see cref="KeptDays"/> days.
/// </summary>
public sealed class PlacePhotoStore(IDatabase database, TimeProvider time)
{
    /// <summary>How long a file is kept after it is no longer shown.</summary>
    public const int KeptDays = 30;

    private const string Shown = "EXISTS (SELECT 1 FROM place p WHERE p.id = place_photo.place AND p.removed_at IS NULL AND p.photo LIKE '%/photo/' || place_photo.hash || '%')";

    /// <summary>What tells a file from every other: 32 hexadecimal digits.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>The address of a photo; another picture has another address.</summary>
    public static string Address(string place, string hash) => $"/api/v1/places/{Uri.EscapeDataString(place)}/photo/{hash}";

    /// <summary>Keeps a file of a place.</summary>
    public Task KeepAsync(DbTransaction transaction, string place, string hash, PhotoFile file) => transaction.Open().ExecuteAsync("""
        INSERT INTO place_photo (place, hash, media_type, bytes, at) VALUES (@place, @hash, @MediaType, @Bytes, @at)
        ON CONFLICT (place, hash) DO UPDATE SET dropped_at = NULL
        """, new { place, hash, file.MediaType, file.Bytes, at = Now }, transaction);

    /// <summary>A file; null when it is not kept.</summary>
    public Task<PhotoFile?> FindAsync(string place, string hash, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<PhotoFile?>(
            "SELECT media_type AS MediaType, bytes AS Bytes FROM place_photo WHERE place = @place AND hash = @hash", new { place, hash }),
        cancellationToken);

    /// <summary>Erases the files that have not been shown for <see cref="KeptDays"/> days; answers how many.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => database.WriteAsync(async transaction =>
    {
        var moments = new { now = Now, before = Now - (long)TimeSpan.FromDays(KeptDays).TotalMilliseconds };
        await transaction.Open().ExecuteAsync($"UPDATE place_photo SET dropped_at = NULL WHERE dropped_at IS NOT NULL AND {Shown}", moments, transaction);
        await transaction.Open().ExecuteAsync($"UPDATE place_photo SET dropped_at = @now WHERE dropped_at IS NULL AND NOT {Shown}", moments, transaction);
        var erased = await transaction.Open().ExecuteAsync("DELETE FROM place_photo WHERE dropped_at <= @before", moments, transaction);
        await ForgetLostAsync(transaction); // a removed place may come back with an import
        return erased;
    }, cancellationToken);

    /// <summary>A place whose photo was erased does not show it when it comes back.</summary>
    public static Task ForgetLostAsync(DbTransaction transaction) => transaction.Open().ExecuteAsync("""
        UPDATE place SET photo = NULL WHERE photo LIKE '%/photo/%'
          AND NOT EXISTS (SELECT 1 FROM place_photo f WHERE f.place = place.id AND place.photo LIKE '%/photo/' || f.hash || '%')
        """, transaction: transaction);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
