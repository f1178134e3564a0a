using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Jizhou.Public.Api.Platform.Text;

/// <summary>
/// Ids that nobody can guess and that sort by time: what is written together then stands together in an index, where random ids would touch a page each. 44 hexadecimal
/// digits: 48 bits of milliseconds since 1970, 128 random bits.
/// </summary>
public static class OrderedId
{
    private const int TimeBytes = 6;
    private const int RandomBytes = 16;

    /// <summary>A new id.</summary>
    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + RandomBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(bytes[sizeof(long)..]);
        return Convert.ToHexStringLower(bytes[(sizeof(long) - TimeBytes)..]);
    }
}
