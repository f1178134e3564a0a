using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The first answer to an Idempotency-Key.</summary>
/// <param name="BodyHash">Keyed hash of the request it answered.</param>
/// <param name="Secret">The answer's bytes, encrypted like personal data.</param>
public sealed record StoredAnswer(string BodyHash, byte[] Secret);

/// <summary>The SQL of first answers.</summary>
public static class AnswerStore
{
    /// <summary>The answer kept for a key; null when there is none.</summary>
    public static Answer<StoredAnswer?> Find(Batch batch, string keyHash) => batch.Ask(
        "SELECT body_hash, secret FROM booking_answer WHERE key_hash = @keyHash",
        reader => new StoredAnswer(reader.GetString(0), reader.GetFieldValue<byte[]>(1)), default(StoredAnswer), ("keyHash", keyHash));

    /// <summary>Keeps the answer until an instant, in the transaction of what it tells.</summary>
    public static void Insert(Batch batch, string keyHash, StoredAnswer answer, string reference, DateTimeOffset until) => batch.Do(
        "INSERT INTO booking_answer (key_hash, body_hash, reference, secret, expires_at) VALUES (@keyHash, @bodyHash, @reference, @secret, @until)",
        ("keyHash", keyHash), ("bodyHash", answer.BodyHash), ("reference", reference), ("secret", answer.Secret), ("until", until.ToUnixTimeMilliseconds()));

    /// <summary>Forgets answers that have run out.</summary>
    public static Task<int> ForgetAsync(DbTransaction transaction, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM booking_answer WHERE expires_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
}
