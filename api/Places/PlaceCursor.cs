using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// Where a page ended: a sort key and the id of its last place. It names no position in a list, so it holds when the places
/// change between two pages: nothing is lost or doubled.
/// </summary>
internal static class PlaceCursor
{
    private const byte ByDistance = 1;
    private const byte ByName = 2;
    private const byte ByNumber = 3;

    /// <summary>After a place at this exact distance.</summary>
    public static string After(double metres, string id)
    {
        var bytes = new byte[9 + Encoding.UTF8.GetByteCount(id)];
        bytes[0] = ByDistance;
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(1), metres);
        Encoding.UTF8.GetBytes(id, bytes.AsSpan(9));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>After a place with this rank and name.</summary>
    public static string After(int rank, string name, string id) =>
        Base64Url.EncodeToString([ByName, (byte)rank, .. Encoding.UTF8.GetBytes($"{name}\0{id}")]);

    /// <summary>After the change with this number.</summary>
    public static string After(long number)
    {
        var bytes = new byte[9];
        bytes[0] = ByNumber;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), number);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor of the list of changes; refuses anything else.</summary>
    public static bool TryRead(string cursor, out long number)
    {
        var read = TryDecode(cursor, ByNumber, 9, out var bytes);
        number = read ? BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)) : 0;
        return read && number >= 0;
    }

    /// <summary>Reads a cursor of a list by distance; refuses anything else.</summary>
    public static bool TryRead(string cursor, out double metres, out string id)
    {
        (metres, id) = (0, "");
        if (!TryDecode(cursor, ByDistance, 9, out var bytes))
        {
            return false;
        }

        metres = BinaryPrimitives.ReadDoubleBigEndian(bytes.AsSpan(1));
        id = Encoding.UTF8.GetString(bytes.AsSpan(9));
        return metres >= 0 && double.IsFinite(metres);
    }

    /// <summary>Reads a cursor of a list by name; refuses anything else.</summary>
    public static bool TryRead(string cursor, out int rank, out string name, out string id)
    {
        (rank, name, id) = (0, "", "");
        if (!TryDecode(cursor, ByName, 2, out var bytes) || Encoding.UTF8.GetString(bytes.AsSpan(2)).Split('\0') is not [var first, var second])
        {
            return false;
        }

        (rank, name, id) = (bytes[1], first, second);
        return true;
    }

    private static bool TryDecode(string cursor, byte form, int least, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(cursor);
        return bytes.Length >= least && bytes[0] == form;
    }
}
