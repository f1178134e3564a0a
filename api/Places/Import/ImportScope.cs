using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Where a place that the file does not hold counts as removed.</summary>
/// <param name="Everywhere">The file is the whole district.</param>
/// <param name="Townships">The file is all of these townships.</param>
public sealed record ImportScope(bool Everywhere, IReadOnlyList<string> Townships)
{
    /// <summary>The file only adds and changes.</summary>
    public static ImportScope Additions { get; } = new(false, []);

    /// <summary>Whether the file claims to hold every place like this one.</summary>
    public bool Holds(Place place) => Everywhere || (place.Township is { } township && Townships.Contains(township, StringComparer.Ordinal));

    /// <summary>Reads <c>all</c>, <c>add</c> or <c>townships:CODE,CODE</c>; refuses other words and unknown townships.</summary>
    public static ImportScope Parse(string text, Geography geo)
    {
        if (text is "all" or "add")
        {
            return text == "all" ? new(true, []) : Additions;
        }

        var codes = text.StartsWith("townships:", StringComparison.Ordinal) ? text["townships:".Length..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        return codes.Length > 0 && Array.TrueForAll(codes, code => geo.Township(code) is not null)
            ? new(false, codes)
            : throw new ImportFailedException($"范围“{text}”不对，应为 all（全区全部）、add（只补充）或 townships:120119001,120119100（这几个乡镇的全部，9 位代码）。");
    }
}
