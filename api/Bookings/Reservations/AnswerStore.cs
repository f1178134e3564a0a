using System.Data.Common;
using Dapper;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The first answer to an Idempotency-Key.</summary>
/// <param name="BodyHash">Keyed hash of the request it answered.</param>
/// <param name="Secret">The answer's bytes, encrypted like personal data.</param>
public sealed record StoredAnswer(string BodyHash, byte[] Secret);

/// <summary>The SQL of first answers.</summary>
public static class AnswerStore
{
    /// <summary>The answer kept for a key; null when there is none.</summary>
    public static Task<StoredAnswer?> FindAsync(DbTransaction transaction, string keyHash) => transaction.Connection!.QuerySingleOrDefaultAsync<StoredAnswer?>(
        "SELECT body_hash AS BodyHash, secret AS Secret FROM booking_answer WHERE key_hash = @keyHash", new { keyHash }, transaction);

    /// <summary>Keeps the answer until an instant, in the transaction of what it tells.</summary>
    public static Task InsertAsync(DbTransaction transaction, string keyHash, StoredAnswer answer, string reference, DateTimeOffset until) =>
        transaction.Connection!.ExecuteAsync(
            "INSERT INTO booking_answer (key_hash, body_hash, reference, secret, expires_at) VALUES (@keyHash, @BodyHash, @reference, @Secret, @until)",
            new { keyHash, answer.BodyHash, reference, answer.Secret, until = until.ToUnixTimeMilliseconds() }, transaction);

    /// <summary>Forgets answers that have run out.</summary>
    public static Task<int> ForgetAsync(DbTransaction transaction, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM booking_answer WHERE expires_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
}
