using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>
/// 64-bit hashes that stand for texts while a file is compared with what is on record. Among two million of them two differing texts share one
/// with a chance of one in ten million; then one place would be taken for another in the dry run, where a clerk sees it.
/// </summary>
internal static class WordHash
{
    /// <summary>The hash of a text; 0 for none.</summary>
    public static ulong Of(string? text) => text is null ? 0 : Of(text, "");

    /// <summary>The hash of two texts together; never 0.</summary>
    public static ulong Of(string one, string other)
    {
        var hash = default(ContentHash);
        hash.Add(one);
        hash.Add(other);
        return hash.Value | 1UL << 63; // 0 stands for nothing
    }

    /// <summary>The hash of hashes or numbers together; never 0.</summary>
    public static ulong Of(ulong one, ulong other, ulong third = 0, ulong fourth = 0, ulong fifth = 0)
    {
        var hash = default(ContentHash);
        hash.Add(one);
        hash.Add(other);
        hash.Add(third);
        hash.Add(fourth);
        hash.Add(fifth);
        return hash.Value | 1UL << 63;
    }

    /// <summary>The hash of a position; 0 for none.</summary>
    public static ulong Of(Content.GeoPoint? position) =>
        position is { } at ? Of(BitConverter.DoubleToUInt64Bits(at.Lng), BitConverter.DoubleToUInt64Bits(at.Lat)) : 0;
}
