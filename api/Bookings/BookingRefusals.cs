using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings;

/// <summary>Every expected "no" of the bookings.</summary>
public static class BookingRefusals
{
    public static readonly RefusalKind SlotFull = new(
        "slot_full", 409, "这个时段约满了", "时段的户数或体积已满，什么也没有占用；重新取 /bookings/slots 后换一个时段。");

    public static readonly RefusalKind SlotNotOffered = new(
        "slot_not_offered", 422, "这个时段不能约", "时段不存在、不属于该村所在片区、已过截止时间、放假或超出可约天数。");

    public static readonly RefusalKind VillageUnknown = new(
        "village_unknown", 422, "没有这个村", "村（社区）代码不在名录里；nearest 给出最接近的名称。");

    public static readonly RefusalKind Invalid = new(
        "booking_invalid", 422, "预约内容需要改一下", "errors 逐项列出字段、代码和改法；什么也没有保存。");

    public static readonly RefusalKind TooManyHolds = new(
        "holds_limit", 429, "暂留的时段太多", "同一网络未确认的暂留已到上限；确认、放弃或等它们到期。");

    public static readonly RefusalKind HoldUnknown = new(
        "hold_unknown", 404, "暂留不存在", "暂留编号不对、已放弃或早已到期清除；重新选时段。");

    public static readonly RefusalKind HoldUsed = new(
        "hold_used", 409, "这个暂留已经确认过", "同一暂留只能变成一个预约；重发确认时请用原来的 Idempotency-Key。");

    public static readonly RefusalKind PhoneLimit = new(
        "phone_limit", 409, "这个电话的预约太多", "同一电话未收运的预约已到上限；等收完或取消一个。");

    public static readonly RefusalKind AddressLimit = new(
        "address_limit", 409, "这个地址的预约太多", "同一地址未收运的预约已到上限；等收完或取消一个。");

    public static readonly RefusalKind NotFound = new(
        "booking_not_found", 404, "没有找到这个预约", "编号、电话后四位或凭证有一样不对；不说明是哪一样。");

    public static readonly RefusalKind LookupLimit = new(
        "lookup_limit", 429, "查询失败次数太多", "同一网络或同一编号的失败查询已到上限；等 Retry-After 秒。");

    public static readonly RefusalKind TooLate = new(
        "too_late", 409, "已过更改和取消的时间", "收运前一个工作日截止时间之后，不能再改或取消。");

    public static readonly RefusalKind NotOpen = new(
        "booking_not_open", 409, "这个预约不能再改", "预约已取消或已收运。");

    public static readonly RefusalKind NothingChanged = new(
        "nothing_changed", 422, "没有改动", "提交的内容和原来一样，什么也没有改。");

    public static readonly RefusalKind EraseTooLate = new(
        "erase_too_late", 409, "车快来了，现在还不能删", "还没收运的预约要先取消才能删除个人信息，而取消的截止时间已过；收运之后再删。");

    public static readonly RefusalKind MissedTooEarly = new(
        "missed_too_early", 409, "还没到报漏收的时候", "预约的时段还没过完；过完以后再报。");

    public static readonly RefusalKind MissedTooLate = new(
        "missed_too_late", 409, "已过报漏收的时间", "收运日之后的工作日期限已过（目录里的 missedDays）。");

    public static readonly RefusalKind MissedHasReason = new(
        "missed_has_reason", 409, "车来过了，没收走有原因", "收运员已登记没收走的原因，reason 给出代码，detail 说原因和办法；不能再报漏收。");

    public static readonly RefusalKind MissedNotBooked = new(
        "missed_not_booked", 409, "这个预约没有要收的日子", "预约已取消，或改期后还没有新的日子。");

    /// <summary>No stop or not enough room left.</summary>
    public static Refusal Full(SlotId slot) => SlotFull.Because(
        $"{slot.Date:M月d日}的这个时段刚刚约满，没有占用到。您填的内容都还在，请换一个日期或时段。")
        with
    { More = new Dictionary<string, object?> { ["slot"] = slot.ToString() } };

    /// <summary>The slot cannot be chosen; <paramref name="why"/> ends the sentence.</summary>
    public static Refusal NotOffered(string why) => SlotNotOffered.Because($"{why}。请重新选一个日期。")
        with
    { Fields = [new("slot", SlotNotOffered.Code, $"{why}。")] };

    /// <summary>A volume that no booking can have, in m³.</summary>
    public static Refusal VolumeOutOfRange(decimal volume, decimal most)
    {
        var message = $"volume 是 {volume:0.###}，应大于 0、不超过 {most:0.###}（立方米）。";
        return PlatformRefusals.InvalidParameter.Because(message) with { Fields = [new("volume", FieldCodes.Invalid, message)] };
    }

    /// <summary>Nobody knows this village.</summary>
    public static Refusal NoSuchVillage(string code, IReadOnlyList<VillageName> nearest) => VillageUnknown.Because(
        nearest.Count == 0
            ? $"没有代码或名称是“{code}”的村或社区。请从名单里选。"
            : $"没有代码是“{code}”的村或社区。最接近的是：{string.Join('、', nearest.Select(n => n.Name))}。")
        with
    {
        Fields = [new("village", VillageUnknown.Code, "请从名单里选村或社区。")],
        More = new Dictionary<string, object?> { ["nearest"] = nearest },
    };

    /// <summary>Nobody books as this.</summary>
    public static FieldRefusal NoSuchClass(string code, BulkyBook book) =>
        new("class", "class_unknown", $"class 是“{code}”，应为：{string.Join('、', book.Classes.Select(c => $"{c.Code}（{c.Name}）"))}。");

    /// <summary>Fields that need another value.</summary>
    public static Refusal Fields(IReadOnlyList<FieldRefusal> fields) =>
        Invalid.Because($"有 {fields.Count} 处需要改：{string.Concat(fields.Select(f => f.Message))}") with { Fields = fields };

    /// <summary>The hold is not there (any more).</summary>
    public static Refusal NoSuchHold() => HoldUnknown.Because("暂留的时段找不到了，可能已放弃，或过期太久。您填的内容都还在，请重新选一个日期。");

    /// <summary>The hold became a booking before.</summary>
    public static Refusal HoldIsUsed() => HoldUsed.Because("这个时段已经确认成预约，没有重复预约。请用预约编号查看；要再约一次，请重新选日期。");

    /// <summary>The cut-off has passed.</summary>
    public static Refusal IsTooLate(DateTimeOffset until) => TooLate.Because(
        $"已过 {until:M月d日 HH:mm} 的截止时间，不能在网上更改或取消，预约没有变。有急事请拨打 12345（外地手机 022-12345）。");

    /// <summary>A crew may be on its way and needs the address.</summary>
    public static Refusal IsTooLateToErase() => EraseTooLate.Because(
        "车快来了，师傅还要找得到您，现在还不能删，什么也没有改。请收完以后再删；不想要了，请拨打 12345（外地手机 022-12345）。");

    /// <summary>It is no longer open.</summary>
    public static Refusal IsNotOpen() => NotOpen.Because("这个预约已取消或已收运，不能再改。需要的话请重新预约。");

    /// <summary>The window is not over yet.</summary>
    public static Refusal IsTooEarlyToMiss(DateTimeOffset from) => MissedTooEarly.Because(
        $"预约的时段 {from:M月d日 HH:mm} 才结束，车还可能来。过了这个时间还没来，再到这里报。");

    /// <summary>The days for reporting are over.</summary>
    public static Refusal IsTooLateToMiss(DateTimeOffset until, int days) => MissedTooLate.Because(
        $"漏收要在收运日之后 {days} 个工作日内报，已过 {until.AddMinutes(-1):M月d日}。请重新预约，或拨打 12345（外地手机 022-12345）。");

    /// <summary>The crew was there and says why it took nothing, or not all.</summary>
    public static Refusal CrewGaveReason(string code, string what, string advice) => MissedHasReason.Because($"收运员登记的原因：{what}。{advice}")
        with
    { More = new Dictionary<string, object?> { ["reason"] = code } };

    /// <summary>Nobody was to come.</summary>
    public static Refusal NobodyWasToCome() => MissedNotBooked.Because("这个预约已取消，或改期后还没有定下新的日子，没有漏收可报。需要的话请重新预约或选一个日子。");

    /// <summary>Too many wrong guesses.</summary>
    public static Refusal TooManyLookups(TimeSpan wait) => LookupLimit.Because(
        $"查错的次数太多，请 {Math.Ceiling(wait.TotalMinutes)} 分钟后再查。急的话请拨打 12345（外地手机 022-12345）。")
        with
    { RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds) };

    /// <summary>Wrong reference, wrong phone, wrong token or none: one answer.</summary>
    public static Refusal NoSuchBooking() => NotFound.Because(
        "没有找到。请核对预约编号和电话后四位；编号里没有字母 O、I、L、U。还是不行，请拨打 12345（外地手机 022-12345）。");
}

/// <summary>A village offered in place of an unknown one.</summary>
/// <param name="Code">12-digit code.</param>
/// <param name="Name">What people say, with its township where two share the name.</param>
public sealed record VillageName(string Code, string Name);
