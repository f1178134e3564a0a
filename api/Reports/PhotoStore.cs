using System.Data.Common;
using Dapper;

namespace Jizhou.Public.Api.Reports;

/// <summary>A photo as stored.</summary>
/// <param name="MediaType">Its type.</param>
/// <param name="Turn">How the camera was held, 1 to 8.</param>
/// <param name="Secret">The picture, encrypted.</param>
public sealed record StoredPhoto(string MediaType, long Turn, byte[] Secret);

/// <summary>The SQL of photos; they stand apart, so that lists do not carry them.</summary>
public static class PhotoStore
{
    /// <summary>Keeps the photo of a report.</summary>
    public static Task InsertAsync(DbTransaction transaction, string ticket, StoredPhoto photo) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO report_photo (ticket, media_type, turn, secret) VALUES (@ticket, @MediaType, @Turn, @Secret)",
        new { ticket, photo.MediaType, photo.Turn, photo.Secret }, transaction);

    /// <summary>The photo of a report; null when there is none.</summary>
    public static Task<StoredPhoto?> FindAsync(DbConnection connection, string ticket) => connection.QuerySingleOrDefaultAsync<StoredPhoto?>(
        "SELECT media_type AS MediaType, turn AS Turn, secret AS Secret FROM report_photo WHERE ticket = @ticket", new { ticket });
}
