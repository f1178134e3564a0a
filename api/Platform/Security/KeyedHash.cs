using System.Security.Cryptography;
using System.Text;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>
/// HMAC-SHA256 with a key outside the database: finds a phone again without storing it. A plain hash of eleven digits
/// would be undone by trying them all.
/// </summary>
public sealed class KeyedHash(LiveKeyRing live)
{
    /// <summary>With a ring that never changes.</summary>
    public KeyedHash(KeyRing ring)
        : this(new LiveKeyRing(ring))
    {
    }

    /// <summary>32 bytes; the same text under another purpose gives others.</summary>
    public byte[] Of(string text, string purpose)
        => HMACSHA256.HashData(live.Current.HashKey, Encoding.UTF8.GetBytes($"{purpose}\0{text}"));
}
