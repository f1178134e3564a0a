using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The SQL of manage tokens.</summary>
public static class TokenStore
{
    /// <summary>Keeps a token's hash until an instant.</summary>
    public static Task InsertAsync(DbTransaction transaction, string token, string reference, DateTimeOffset until)
    {
        var batch = new Batch(transaction);
        Insert(batch, token, reference, until);
        return batch.RunAsync();
    }

    /// <summary>The same within a batch.</summary>
    public static void Insert(Batch batch, string token, string reference, DateTimeOffset until) => batch.Do(
        "INSERT INTO booking_token (token_hash, reference, expires_at) VALUES (@hash, @reference, @until)",
        ("hash", ManageToken.Hash(token)), ("reference", reference), ("until", until.ToUnixTimeMilliseconds()));

    /// <summary>The booking that a token opens, if it is this one; null for a wrong reference, a wrong token and one that has run out alike.</summary>
    public static async Task<StoredBooking?> OpenAsync(DbConnection connection, string? reference, string token, DateTimeOffset now, DbTransaction? transaction = null)
    {
        _ = SpokenNumber.TryParse(reference, out var parsed);
        var opens = await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT reference FROM booking_token WHERE reference = @reference AND token_hash = @hash AND expires_at > @now",
            new { reference = parsed.Text ?? "", hash = ManageToken.Hash(token), now = now.ToUnixTimeMilliseconds() }, transaction);
        var booking = await BookingStore.FindAsync(connection, parsed.Text ?? "", transaction);
        return booking is not null && booking.Reference == opens ? booking : null;
    }

    /// <summary>Makes the tokens of one booking, or of all when none is named, open nothing any more; answers how many there were.</summary>
    public static Task<int> RevokeAsync(DbTransaction transaction, string? reference) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM booking_token WHERE @reference IS NULL OR reference = @reference", new { reference }, transaction);

    /// <summary>Forgets tokens that have run out.</summary>
    public static Task<int> ForgetAsync(DbTransaction transaction, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM booking_token WHERE expires_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
}
