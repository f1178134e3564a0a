using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>Every expected "no" to what a crew's phone sends.</summary>
public static class RoundRefusals
{
    public static readonly RefusalKind StopUnknown = new(
        "round_stop_unknown", 404, "不是这辆车的站", "结果里的站从来不在这个账号的车的清运单上；没有保存，手机上的记录不要删，请调度员核对车和账号。");

    public static readonly RefusalKind Invalid = new(
        "round_report_invalid", 422, "结果需要改一下", "errors 逐项列出字段、代码和改法；什么也没有保存。");

    public static readonly RefusalKind NoTruck = new(
        "crew_without_truck", 403, "账号还没有配车", "收运员账号要由调度员配上车，才能看清单、送结果；没有保存。");

    public static readonly RefusalKind FormStale = new(
        "round_form_stale", 400, "页面的凭证过期了", "X-Form-Token 不是这次登录的；没有保存。重新取 /console/round/session 后再送。");

    /// <summary>The token is of another sign-in.</summary>
    public static Refusal StaleForm() => FormStale.Because("登录换过了，没有保存。手机上的记录还在，会再送一次。");

    /// <summary>The stop was never on this vehicle's round.</summary>
    public static Refusal Foreign() => StopUnknown.Because("这一站不在您这辆车的清运单上，没有保存。手机上的记录还在，请联系调度员。");

    /// <summary>The account has no vehicle.</summary>
    public static Refusal WithoutTruck() => NoTruck.Because("您的账号还没有配车，没有保存。请调度员在“收运员的车”里给您配车，再送一次。");

    /// <summary>Fields that need another value.</summary>
    public static Refusal Fields(IReadOnlyList<FieldRefusal> fields) => Invalid.Because(string.Concat(fields.Select(f => f.Message))) with { Fields = fields };
}
