using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>
/// Ties a database to its key ring at the first start, and refuses another ring later: a server started with the wrong key
/// folder would otherwise mix rows that only one of two rings can read.
/// </summary>
public sealed class RingOfDatabase(IDatabase database, LiveKeyRing live, KeyFolder folder)
{
    /// <summary>Remembers or compares the ring's fingerprint.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var ring = live.Current;
        var known = await database.WriteAsync(
            async transaction =>
            {
                var connection = transaction.Open();
                await connection.ExecuteAsync(
                    "INSERT INTO key_ring (slot, fingerprint) VALUES (1, @Fingerprint) ON CONFLICT (slot) DO NOTHING",
                    new { ring.Fingerprint }, transaction);
                return await connection.ExecuteScalarAsync<string>("SELECT fingerprint FROM key_ring WHERE slot = 1", transaction: transaction);
            },
            cancellationToken);
        if (known != ring.Fingerprint)
        {
            throw new StartFailedException(
                $"无法启动：密钥文件夹 {folder.Path} 里的密钥不属于这个数据库。",
                "The keys do not belong to this database: name the right folder with --Security:KeyFolder, or restore the keys from their backup.");
        }
    }
}
