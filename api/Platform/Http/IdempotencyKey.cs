using System.Collections.Concurrent;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The Idempotency-Key header: a client's promise that two requests are one.</summary>
public static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>How long the first answer is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>The key, or why there is none.</summary>
    public static (string? Key, Refusal? Refusal) Of(string? header) => header switch
    {
        { Length: >= 16 and <= 64 } key when key.All(c => c is > ' ' and < '\x7f') => (key, null),
        null or "" => (null, Missing("没有带 Idempotency-Key 请求头")),
        _ => (null, Missing("Idempotency-Key 应为 16–64 个可打印的 ASCII 字符，不含空格")),
    };

    private static Refusal Missing(string what) =>
        PlatformRefusals.KeyMissing.Because($"{what}。请为每次提交生成一个新的随机值，重试时用原来的值。什么也没有保存。");
}

/// <summary>The keys whose requests this process is answering just now.</summary>
public sealed class KeysInFlight
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes a key until the result is disposed; null while another request holds it.</summary>
    public IDisposable? TryEnter(string keyHash) => _keys.TryAdd(keyHash, true) ? new Exit(_keys, keyHash) : null;

    private sealed class Exit(ConcurrentDictionary<string, bool> keys, string keyHash) : IDisposable
    {
        public void Dispose() => keys.TryRemove(keyHash, out _);
    }
}
