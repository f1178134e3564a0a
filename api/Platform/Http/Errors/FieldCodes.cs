namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The codes of single fields inside <c>errors</c> that any address may give.</summary>
public static class FieldCodes
{
    public const string Required = "required";
    public const string NotANumber = "not_a_number";
    public const string NotADate = "not_a_date";
    public const string NotYesOrNo = "not_yes_or_no";
    public const string NotOneOf = "not_one_of";
    public const string Repeated = "repeated";
    public const string Unknown = "unknown";
    public const string Invalid = "invalid";
    public const string WrongType = "wrong_type";
    public const string TooLong = "too_long";
    public const string OutOfRange = "out_of_range";

    /// <summary>Every code with its meaning, for the developer page.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [Required] = "必填，但没有给。",
        [NotANumber] = "应为数字（小数点用 “.”，不加千位分隔）。",
        [NotADate] = "应为 2026-11-22 这样的日期。",
        [NotYesOrNo] = "应为 true 或 false。",
        [NotOneOf] = "不在允许的值里；message 列出允许的值。",
        [Repeated] = "只能给一次。",
        [Unknown] = "没有这个参数或字段；查询参数的 allowed 列出可用的参数。",
        [Invalid] = "值不合要求；message 说明要求。",
        [WrongType] = "JSON 里的类型不对，例如应为数字却给了文字。",
        [TooLong] = "字数太多；message 说出最多多少。",
        [OutOfRange] = "数字太大或太小；message 说出范围。",
    };
}
