using System.Globalization;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>What the value of a query parameter must look like, and how to say that it does not.</summary>
/// <param name="Code">Field code when it does not.</param>
/// <param name="Wanted">Chinese: what it should be.</param>
/// <param name="Accepts">True when the text is such a value.</param>
public sealed record QueryKind(string Code, string Wanted, Func<string, bool> Accepts)
{
    private static readonly QueryKind Text = new(FieldCodes.Invalid, "文字", _ => true);
    private static readonly QueryKind YesOrNo = new(FieldCodes.NotYesOrNo, "true 或 false", text => bool.TryParse(text, out _));
    private static readonly QueryKind Date = new(
        FieldCodes.NotADate, "2026-11-22 这样的日期", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static readonly QueryKind Whole = new(
        FieldCodes.NotANumber, "整数", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static readonly QueryKind Long = Whole with
    {
        Accepts = text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };

    // Without thousands separators, which the framework would take: 1,5 would silently become 15.
    private static readonly QueryKind Number = new(
        FieldCodes.NotANumber, "数字",
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));

    /// <summary>The kind of a parameter of this type; text for types that read themselves.</summary>
    public static QueryKind Of(Type type) => type switch
    {
        _ when type == typeof(int) => Whole,
        _ when type == typeof(long) => Long,
        _ when type == typeof(double) || type == typeof(decimal) || type == typeof(float) => Number,
        _ when type == typeof(bool) => YesOrNo,
        _ when type == typeof(DateOnly) => Date,
        { IsEnum: true } => OneOf(Enum.GetNames(type)),
        _ => Text,
    };

    private static QueryKind OneOf(string[] names) => new(
        FieldCodes.NotOneOf, string.Join("、", names.Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)),
        text => names.Contains(text, StringComparer.OrdinalIgnoreCase));
}
