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
public sealed record OperatorAccount(string Name, string Role, string PasswordHash, string Stamp);

/// <summary>The accounts.</summary>
public sealed class OperatorStore(IDatabase database, JizhouClock clock)
{
    private static readonly PasswordHasher<OperatorAccount> Hasher = new();

    // Checked against when the name is unknown, so that the answer takes as long.
    private static readonly string Nobody = Hasher.HashPassword(new("", "", "", ""), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The form in which a name is stored and compared.</summary>
    public static string Normalise(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Makes an account; false when the name is taken.</summary>
    public Task<bool> AddAsync(string name, string role, string password, CancellationToken cancellationToken)
    {
        var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var account = new OperatorAccount(Normalise(name), role, "", stamp);
        var row = account with { PasswordHash = Hasher.HashPassword(account, password) };
        return database.WriteAsync(async tx => await tx.Open().ExecuteAsync("""
            INSERT INTO operator_account (name, role, password_hash, stamp, created_at) VALUES (@Name, @Role, @PasswordHash, @Stamp, @at) ON CONFLICT (name) DO NOTHING
            """, new { row.Name, row.Role, row.PasswordHash, row.Stamp, at = clock.Now.ToUnixTimeMilliseconds() }, tx) == 1, cancellationToken);
    }

    /// <summary>Removes an account and with it every session; false when there is none.</summary>
    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        async tx => await tx.Open().ExecuteAsync("DELETE FROM operator_account WHERE name = @name", new { name = Normalise(name) }, tx) == 1, cancellationToken);

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<OperatorAccount>> ListAsync(CancellationToken cancellationToken) => [.. await database.ReadAsync(
        c => c.QueryAsync<OperatorAccount>("SELECT name AS Name, role AS Role, password_hash AS PasswordHash, stamp AS Stamp FROM operator_account ORDER BY name"), cancellationToken)];

    /// <summary>The account with this name; null when there is none.</summary>
    public Task<OperatorAccount?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        c => c.QuerySingleOrDefaultAsync<OperatorAccount?>(
            "SELECT name AS Name, role AS Role, password_hash AS PasswordHash, stamp AS Stamp FROM operator_account WHERE name = @name", new { name = Normalise(name) }), cancellationToken);

    /// <summary>The account when name and password are right. An unknown name takes as long as a wrong password.</summary>
    public async Task<OperatorAccount?> VerifyAsync(string name, string password, CancellationToken cancellationToken)
    {
        var account = await FindAsync(name, cancellationToken);
        var result = Hasher.VerifyHashedPassword(account ?? new("", "", "", ""), account?.PasswordHash ?? Nobody, password);
        return result == PasswordVerificationResult.Failed ? null : account;
    }
}
