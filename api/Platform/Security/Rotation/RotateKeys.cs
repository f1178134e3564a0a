using System.Security.Cryptography;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>
/// <c>-- keys rotate</c>, <c>keys retire ID</c>, <c>keys status</c>, beside running servers. Rotated are the keys of encryption. The key of keyed hashes
/// stays: phone, address and reference could not be found again under another one, and hashes of Idempotency-Keys, client addresses and phone endings
/// cannot be computed anew, because what they were made of is not kept.
/// </summary>
public static class RotateKeys
{
    private static readonly TimeSpan PickUp = TimeSpan.FromSeconds(3); // servers look every second

    /// <summary>Adds a key for new data and encrypts the old again; goes on with an interrupted rotation instead of beginning another.</summary>
    public static async Task RotateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (ring, again) = (services.GetRequiredService<LiveKeyRing>(), services.GetRequiredService<ReEncryption>());
        var folder = services.GetRequiredService<KeyFolder>();
        using (KeyRingFile.Lock(folder))
        {
            ring.Refresh();
            if (await LeftAsync(ring, again, cancellationToken) > 0)
            {
                Console.WriteLine("上一次轮换还没有做完，接着做（going on with the last rotation）。");
            }
            else
            {
                var id = (ushort)(ring.Current.CurrentId + 1);
                KeyRingFile.Save(folder, ring.Current with { DataKeys = new Dictionary<ushort, byte[]>(ring.Current.DataKeys) { [id] = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes) } });
                ring.Refresh();
                Console.WriteLine($"新的数据从现在起用密钥 {id}（new data uses key {id}）。请现在备份密钥文件夹 {folder.Path}。");
            }
        }

        await Task.Delay(PickUp, cancellationToken);
        var all = await LeftAsync(ring, again, cancellationToken);
        await again.RunAsync(done => Console.WriteLine($"重新加密 {done} / {all}（encrypted again）"), cancellationToken);
        var left = await LeftAsync(ring, again, cancellationToken);
        Console.WriteLine(left == 0
            ? $"全部用密钥 {ring.Current.CurrentId} 加密了。旧密钥可以停用：{string.Join("，", ring.Current.DataKeys.Keys.Order().SkipLast(1).Select(id => $"keys retire {id}"))}（done）。"
            : $"还剩 {left} 项，再运行一次 keys rotate（{left} are left: run it again）。");
    }

    /// <summary>Destroys a key that no row uses any more. Answers 1 when one still does, or there is none, or it is the one in use.</summary>
    public static async Task<int> RetireAsync(IServiceProvider services, string word, CancellationToken cancellationToken)
    {
        var (ring, again, folder) = (services.GetRequiredService<LiveKeyRing>(), services.GetRequiredService<ReEncryption>(), services.GetRequiredService<KeyFolder>());
        using var only = KeyRingFile.Lock(folder);
        ring.Refresh();
        if (!ushort.TryParse(word, out var id) || !ring.Current.DataKeys.ContainsKey(id) || id == ring.Current.CurrentId)
        {
            Console.WriteLine($"不能停用密钥 “{word}”：没有这个编号，或它正用于新数据（no such key, or it is in use）。");
            return 1;
        }

        var age = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(folder.RingFile);
        if (age < PickUp)
        {
            await Task.Delay(PickUp, cancellationToken); // a server may still write with the key it knew
        }

        if ((await again.CountAsync(cancellationToken)).GetValueOrDefault(id) is > 0 and var rows)
        {
            Console.WriteLine($"还有 {rows} 项用密钥 {id} 加密，没有停用。先运行 keys rotate（{rows} values still use it）。");
            return 1;
        }

        KeyRingFile.Save(folder, ring.Current with { DataKeys = ring.Current.DataKeys.Where(key => key.Key != id).ToDictionary() });
        Console.WriteLine($"密钥 {id} 已销毁。用它加密的旧备份从此读不出来（key {id} is destroyed; older backups can no longer be read with this ring）。");
        return 0;
    }

    /// <summary>The keys and how many values stand under each.</summary>
    public static async Task StatusAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var ring = services.GetRequiredService<LiveKeyRing>().Current;
        var counts = await services.GetRequiredService<ReEncryption>().CountAsync(cancellationToken);
        foreach (var id in ring.DataKeys.Keys.Union(counts.Keys).Order())
        {
            Console.WriteLine($"{id}\t{counts.GetValueOrDefault(id)}\t{(id == ring.CurrentId ? "用于新数据 (in use)" : ring.DataKeys.ContainsKey(id) ? "旧 (old)" : "缺失 (missing)")}");
        }
    }

    private static async Task<long> LeftAsync(LiveKeyRing ring, ReEncryption again, CancellationToken cancellationToken)
        => (await again.CountAsync(cancellationToken)).Where(count => count.Key != ring.Current.CurrentId).Sum(count => count.Value);
}
