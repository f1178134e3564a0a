using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// A quick 64-bit hash for ETags: the same content gives the same value in every process and on every node. It guards against
/// staleness, not against forgery.
/// </summary>
public struct ContentHash
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15; // 2⁶⁴ divided by the golden ratio

    private ulong _state;

    /// <summary>The value so far.</summary>
    public readonly ulong Value => _state ^ (_state >> 32);

    /// <summary>The value so far, as 16 small hexadecimal digits.</summary>
    public override readonly string ToString() => Value.ToString("x16");

    /// <summary>Adds a number.</summary>
    public void Add(ulong number) => _state = BitOperations.RotateLeft((_state ^ number) * Odd, 29) + Odd;

    /// <summary>Adds a number's exact bits.</summary>
    public void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(number));

    /// <summary>Adds bytes and how many they are.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (!bytes.IsEmpty)
        {
            Add(Rest(bytes));
        }
    }

    /// <summary>Adds a text; null differs from empty.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            Add(ulong.MaxValue); // no text is as long
            return;
        }

        Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    // One to seven bytes as a number. Two halves may overlap: how many bytes they are is in the hash already.
    private static ulong Rest(ReadOnlySpan<byte> bytes) => bytes.Length >= 4
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << 32)
        : bytes[0] | ((ulong)bytes[bytes.Length / 2] << 8) | ((ulong)bytes[^1] << 16);
}
