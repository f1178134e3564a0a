using System.Security.Cryptography;
using System.Text;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>A machine's key as listed.</summary>
/// <param name="Id">Public id, by which it is revoked; also the beginning of the key.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
/// <param name="RevokedAt">Milliseconds since 1970; null while it holds.</param>
public sealed record ApiKey(string Id, string Scope, string Name, long CreatedAt, long? RevokedAt);

/// <summary>Keys of machines: shown once, stored hashed (256 random bits need no slow hash), scoped and revocable.</summary>
public sealed class ApiKeyStore(IDatabase database, JizhouClock clock, AuditLog audit)
{
    /// <summary>Scope of devices that tell how full a terminal is.</summary>
    public const string Terminals = "terminals";

    /// <summary>All scopes with what people read.</summary>
    public static IReadOnlyDictionary<string, string> ScopeNames { get; } = new Dictionary<string, string> { [Terminals] = "上报智能终端的满溢状态" };

    /// <summary>All scopes.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [.. ScopeNames.Keys];

    /// <summary>Makes a key, notes it and answers it; nobody can read it again.</summary>
    public async Task<(string Id, string Key)> IssueAsync(string scope, string name, Actor actor, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
        var key = $"jz_{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        await database.WriteAsync(async tx =>
        {
            await tx.Open().ExecuteAsync(
                "INSERT INTO api_key (id, scope, name, key_hash, created_at, revoked_at) VALUES (@id, @scope, @name, @hash, @at, NULL)",
                new { id, scope, name, hash = Hash(key), at = clock.Now.ToUnixTimeMilliseconds() }, tx);
            await audit.NoteAsync(tx, actor, AccountActions.KeyIssued, id, $"发放密钥，用途：{ScopeNames[scope]}");
        }, cancellationToken);
        return (id, key);
    }

    /// <summary>Revokes a key for good; false when there is none or it was revoked before.</summary>
    public Task<bool> RevokeAsync(string id, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(async tx =>
    {
        var revoked = await tx.Open().ExecuteAsync(
            "UPDATE api_key SET revoked_at = @at WHERE id = @id AND revoked_at IS NULL", new { id, at = clock.Now.ToUnixTimeMilliseconds() }, tx) == 1;
        if (revoked)
        {
            await audit.NoteAsync(tx, actor, AccountActions.KeyRevoked, id, "吊销密钥，立即失效");
        }

        return revoked;
    }, cancellationToken);

    /// <summary>All keys, the oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) => [.. await database.ReadAsync(c => c.QueryAsync<ApiKey>(
        "SELECT id AS Id, scope AS Scope, name AS Name, created_at AS CreatedAt, revoked_at AS RevokedAt FROM api_key ORDER BY created_at, id"), cancellationToken)];

    /// <summary>The key that a request presents as <c>Authorization: Bearer …</c>, if it holds and has this scope; null otherwise.</summary>
    public Task<ApiKey?> CheckAsync(HttpRequest request, string scope, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length <= 200 ? header["Bearer ".Length..].Trim() : "";
        return database.ReadAsync(c => c.QuerySingleOrDefaultAsync<ApiKey?>("""
            SELECT id AS Id, scope AS Scope, name AS Name, created_at AS CreatedAt, revoked_at AS RevokedAt FROM api_key
            WHERE key_hash = @hash AND scope = @scope AND revoked_at IS NULL
            """, new { hash = Hash(key), scope }), cancellationToken);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
