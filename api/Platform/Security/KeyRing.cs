using System.Security.Cryptography;
using System.Text;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The keys of personal data: one or more for encryption, the newest in use, and one for keyed hashes.</summary>
/// <param name="DataKeys">256-bit keys by their id; a row remembers the id it was encrypted with.</param>
/// <param name="HashKey">256-bit key of <see cref="KeyedHash"/>; it never changes, or nothing would be found again.</param>
public sealed record KeyRing(IReadOnlyDictionary<ushort, byte[]> DataKeys, byte[] HashKey)
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyBytes = 32;

    /// <summary>The key for new data.</summary>
    public ushort CurrentId => DataKeys.Keys.Max();

    /// <summary>Names the ring without telling anything about it: the database remembers which ring it belongs to.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(HashKey, Encoding.UTF8.GetBytes("fingerprint")))[..16];

    /// <summary>A new ring of random keys.</summary>
    public static KeyRing Create() => new(
        new Dictionary<ushort, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyBytes) },
        RandomNumberGenerator.GetBytes(KeyBytes));
}
