using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Reports;

/// <summary>Every expected "no" of the reports.</summary>
public static class ReportRefusals
{
    public static readonly RefusalKind Invalid = new(
        "report_invalid", 422, "上报的内容需要改一下", "errors 逐项列出字段、代码和改法；什么也没有保存。");

    public static readonly RefusalKind NotFound = new(
        "report_not_found", 404, "没有找到这个上报", "编号不对；12 个字符，没有 I、L、O、U，最后一个是校验字符。");

    /// <summary>Fields that need another value.</summary>
    public static Refusal Fields(IReadOnlyList<FieldRefusal> fields) =>
        Invalid.Because($"有 {fields.Count} 处需要改：{string.Concat(fields.Select(f => f.Message))}") with { Fields = fields };

    /// <summary>No such ticket.</summary>
    public static Refusal NoSuchReport() => NotFound.Because(
        "没有找到。请核对编号；编号里没有字母 O、I、L、U。编号丢了就查不到，可以再报一次，或拨打 12345（外地手机 022-12345）。");
}
