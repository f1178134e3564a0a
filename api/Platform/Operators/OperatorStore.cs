using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>An operator's account.</summary>
/// <param name="Name">Name to sign in with, lower-case.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="PasswordHash">By the framework's hasher.</param>
/// <param name="Stamp">Changes with the account: a cookie with another stamp is void.</param>
/// <param name="LockedAt">Milliseconds since 1970 when an administrator locked it; null while it may be used.</param>
/// <param name="MustChange">1 when the password was given by somebody else and has to be changed before anything else.</param>
/// <param name="Subject">Who it is to the single sign-on; null when it signs in by password only.</param>
/// <param name="SignedInAt">Milliseconds since 1970 of the last sign-in; null before the first.</param>
public sealed record OperatorAccount(
    string Name, string Role, string PasswordHash, string Stamp, long? LockedAt, long MustChange, string? Subject, long? SignedInAt);

/// <summary>Reading the accounts and proving a password; changes stand in <see cref="Accounts.AccountChanges"/>.</summary>
public sealed class OperatorStore(IDatabase database, JizhouClock clock)
{
    /// <summary>The columns of an account.</summary>
    internal const string Columns = """
        name AS Name, role AS Role, password_hash AS PasswordHash, stamp AS Stamp, locked_at AS LockedAt, must_change AS MustChange, subject AS Subject,
        signed_in_at AS SignedInAt
        """;

    private static readonly OperatorAccount Unknown = new("", "", "", "", null, 0, null, null);
    private static readonly PasswordHasher<OperatorAccount> Hasher = new();

    // Checked against when the name is unknown, so that the answer takes as long.
    private static readonly string Nobody = HashOf(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The form in which a name is stored and compared.</summary>
    public static string Normalise(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Hashes a password with the framework's hasher: salted PBKDF2, whose format says how often.</summary>
    public static string HashOf(string password) => Hasher.HashPassword(Unknown, password);

    /// <summary>A new stamp; whoever has an older one is signed out.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Makes an account; false when the name is taken.</summary>
    public Task<bool> AddAsync(string name, string role, string password, CancellationToken cancellationToken)
    {
        var hash = HashOf(password);
        return database.WriteAsync(tx => InsertAsync(tx, name, role, hash, mustChange: false, subject: null, clock.Now), cancellationToken);
    }

    /// <summary>Makes an account in a transaction; false when the name is taken.</summary>
    internal static async Task<bool> InsertAsync(
        DbTransaction transaction, string name, string role, string passwordHash, bool mustChange, string? subject, DateTimeOffset now) =>
        await transaction.Open().ExecuteAsync("""
            INSERT INTO operator_account (name, role, password_hash, stamp, created_at, must_change, subject)
            VALUES (@name, @role, @passwordHash, @stamp, @at, @mustChange, @subject) ON CONFLICT (name) DO NOTHING
            """,
            new { name = Normalise(name), role, passwordHash, stamp = NewStamp(), at = now.ToUnixTimeMilliseconds(), mustChange = mustChange ? 1 : 0, subject },
            transaction) == 1;

    /// <summary>Removes an account with its villages, and with it every session; false when there is none.</summary>
    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(tx => DeleteAsync(tx, name), cancellationToken);

    /// <summary>Removes an account in a transaction.</summary>
    internal static async Task<bool> DeleteAsync(DbTransaction transaction, string name)
    {
        await transaction.Open().ExecuteAsync("DELETE FROM operator_village WHERE name = @name", new { name = Normalise(name) }, transaction);
        return await transaction.Open().ExecuteAsync("DELETE FROM operator_account WHERE name = @name", new { name = Normalise(name) }, transaction) == 1;
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<OperatorAccount>> ListAsync(CancellationToken cancellationToken) => [.. await database.ReadAsync(
        c => c.QueryAsync<OperatorAccount>($"SELECT {Columns} FROM operator_account ORDER BY name"), cancellationToken)];

    /// <summary>Accounts whose name holds some letters, of a role or of all, after a name; for a page of the list.</summary>
    public async Task<IReadOnlyList<OperatorAccount>> PageAsync(string words, string role, string after, int count, CancellationToken cancellationToken)
    {
        var like = $"%{Normalise(words).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        return [.. await database.ReadAsync(
            c => c.QueryAsync<OperatorAccount>($"""
                SELECT {Columns} FROM operator_account
                WHERE name > @after AND name LIKE @like ESCAPE '!' AND (@role = '' OR role = @role) ORDER BY name LIMIT @count
                """, new { after, like, role, count }), cancellationToken)];
    }

    /// <summary>The account with this name; null when there is none.</summary>
    public Task<OperatorAccount?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        c => c.QuerySingleOrDefaultAsync<OperatorAccount?>($"SELECT {Columns} FROM operator_account WHERE name = @name", new { name = Normalise(name) }), cancellationToken);

    /// <summary>The account that the single sign-on knows by this subject; null when none is linked.</summary>
    public Task<OperatorAccount?> FindSubjectAsync(string subject, CancellationToken cancellationToken) => database.ReadAsync(
        c => c.QuerySingleOrDefaultAsync<OperatorAccount?>($"SELECT {Columns} FROM operator_account WHERE subject = @subject", new { subject }), cancellationToken);

    /// <summary>The account when name and password are right and it is not locked. An unknown name takes as long as a wrong password.</summary>
    public async Task<OperatorAccount?> VerifyAsync(string name, string password, CancellationToken cancellationToken)
    {
        var account = await FindAsync(name, cancellationToken);
        var result = Hasher.VerifyHashedPassword(account ?? Unknown, account?.PasswordHash ?? Nobody, password);
        return result == PasswordVerificationResult.Failed || account?.LockedAt is not null ? null : account;
    }

    /// <summary>Notes that somebody has just signed in.</summary>
    public Task NoteSignInAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        tx => tx.Open().ExecuteAsync("UPDATE operator_account SET signed_in_at = @at WHERE name = @name", new { name, at = clock.Now.ToUnixTimeMilliseconds() }, tx), cancellationToken);
}
