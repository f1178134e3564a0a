using System.Security.Cryptography;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

#pragma warning disable S2077 // the names are those of our own tables and columns, registered by the features

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>
/// Encrypts again, row by row and beside all traffic, what stands under an older key. Each row is written only if it is still what was read
/// (<c>WHERE secret = the old value</c>), so it takes nothing from whoever changes the row meanwhile, may run in several processes at once,
/// and goes on after an interruption where rows are left.
/// </summary>
public sealed class ReEncryption(IDatabase database, PersonalDataProtector protector, LiveKeyRing ring, IEnumerable<EncryptedColumn> columns)
{
    private const int Batch = 200;
    private const int AtOnce = 8;

    /// <summary>How many values stand under each key.</summary>
    public async Task<IReadOnlyDictionary<ushort, long>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<ushort, long>();
        foreach (var column in columns)
        {
            var rows = await database.ReadAsync(
                c => c.QueryAsync<(byte[] Prefix, long Count)>($"SELECT substr({column.Column}, 1, 2), COUNT(*) FROM {column.Table} WHERE {column.Column} IS NOT NULL GROUP BY 1"), cancellationToken);
            foreach (var (prefix, count) in rows.Where(row => row.Prefix.Length == 2))
            {
                var id = (ushort)(prefix[0] << 8 | prefix[1]);
                counts[id] = counts.GetValueOrDefault(id) + count;
            }
        }

        return counts;
    }

    /// <summary>Encrypts everything that is left under older keys; tells after each batch how many it did so far. Answers the number.</summary>
    public async Task<long> RunAsync(Action<long> progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var column in columns)
        {
            var after = "";
            while (await BatchAsync(column, after, cancellationToken) is { Count: > 0 } rows)
            {
                await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (row, token) =>
                {
                    if (await AgainAsync(column, row, token))
                    {
                        Interlocked.Increment(ref done);
                    }
                });
                after = rows[^1].Key;
                progress(Interlocked.Read(ref done));
            }
        }

        return done;
    }

    private async Task<IReadOnlyList<Row>> BatchAsync(EncryptedColumn column, string after, CancellationToken cancellationToken)
    {
        var prefix = new[] { (byte)(ring.Current.CurrentId >> 8), (byte)ring.Current.CurrentId };
        return [.. await database.ReadAsync(
            c => c.QueryAsync<Row>($"""
                SELECT {column.Key} AS Key, {column.Column} AS Secret FROM {column.Table}
                WHERE {column.Key} > @after AND {column.Column} IS NOT NULL AND substr({column.Column}, 1, 2) <> @prefix ORDER BY {column.Key} LIMIT {Batch}
                """, new { after, prefix }), cancellationToken)];
    }

    private async Task<bool> AgainAsync(EncryptedColumn column, Row row, CancellationToken cancellationToken)
    {
        byte[] secret;
        try
        {
            secret = protector.EncryptBytes(protector.DecryptBytes(row.Secret, column.Purpose), column.Purpose);
        }
        catch (CryptographicException)
        {
            return false; // damaged, or of a lost key: it stays, is counted as left, and stops no other
        }

        return await database.WriteAsync(
            tx => tx.Open().ExecuteAsync($"UPDATE {column.Table} SET {column.Column} = @secret WHERE {column.Key} = @Key AND {column.Column} = @Secret2", new { secret, row.Key, Secret2 = row.Secret }, tx),
            cancellationToken) == 1;
    }

    private sealed record Row(string Key, byte[] Secret);
}
