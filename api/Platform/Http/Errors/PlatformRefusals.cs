namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The refusals that any address may give.</summary>
public static class PlatformRefusals
{
    public static readonly RefusalKind UnknownParameter = new(
        "unknown_parameter", 400, "有不认识的参数", "查询参数写错了名字；allowed 列出这个地址认识的参数。");

    public static readonly RefusalKind InvalidParameter = new(
        "invalid_parameter", 400, "参数的值不对", "errors 说出哪个查询参数、为什么不对；改好再发。");

    public static readonly RefusalKind InvalidBody = new(
        "invalid_body", 400, "发来的内容读不懂", "请求体不是合格的 JSON，或缺少字段、字段类型不对；errors 说出是哪个字段。");

    public static readonly RefusalKind InvalidFields = new(
        "invalid_fields", 400, "有几项填得不对", "errors 逐项说出哪个字段、为什么不对；其余内容没有问题。");

    public static readonly RefusalKind BadRequest = new(
        "bad_request", 400, "请求不对", "请求本身不合规范（例如请求体没有发完）；改好再发。");

    public static readonly RefusalKind FormExpired = new(
        "form_expired", 400, "页面放得太久了", "表单的防伪标记缺失或过期；重新打开页面再提交。");

    public static readonly RefusalKind SignInRequired = new(
        "sign_in_required", 401, "需要先登录", "这个地址只给工作人员或持密钥的设备使用；登录或带上密钥再试。");

    public static readonly RefusalKind Forbidden = new(
        "forbidden", 403, "没有这项权限", "已登录，但这个账号或密钥不能做这件事；请找管理员。");

    public static readonly RefusalKind NotFound = new(
        "not_found", 404, "没有这个地址", "地址写错了，或从来没有过；看开发者页面列出的地址。");

    public static readonly RefusalKind MethodNotAllowed = new(
        "method_not_allowed", 405, "这个地址不支持这种请求方法", "Allow 头列出可用的方法。");

    public static readonly RefusalKind NotAcceptable = new(
        "not_acceptable", 406, "给不出您要的格式", "Accept 头要的格式这个地址没有；去掉它或改用列出的格式。");

    public static readonly RefusalKind RequestTimeout = new(
        "request_timeout", 408, "请求发得太慢", "请求体在限定时间内没有发完；检查网络后重发。");

    public static readonly RefusalKind BodyTooLarge = new(
        "body_too_large", 413, "发来的内容太大", "请求体超过 Limits:BodyBytes；请缩小后再发。");

    public static readonly RefusalKind AddressTooLong = new(
        "address_too_long", 414, "网址太长", "网址连同参数超过 8192 个字符；少写几个参数，或分几次问。");

    public static readonly RefusalKind InvalidCursor = new(
        "invalid_cursor", 400, "翻页标记不对", "cursor 原样用上一页的 next；改过或截断了就从第一页重来。");

    public static readonly RefusalKind KeyMissing = new(
        "idempotency_key_missing", 400, "缺少 Idempotency-Key", "确认预约必须带 Idempotency-Key 请求头（上报可带可不带），16–64 个可打印 ASCII 字符，不含空格。");

    public static readonly RefusalKind KeyInFlight = new(
        "idempotency_key_in_flight", 409, "同一个请求正在处理", "同一 Idempotency-Key 的请求还没有答完；等 Retry-After 秒后原样重发。");

    public static readonly RefusalKind KeyReused = new(
        "idempotency_key_reused", 422, "Idempotency-Key 用过了", "同一 Idempotency-Key 已用于另一份内容；新的内容请换新的键。");

    public static readonly RefusalKind UnsupportedMediaType = new(
        "unsupported_media_type", 415, "内容类型不对", "请求体应为 application/json（UTF-8，不压缩）。");

    public static readonly RefusalKind TooManyRequests = new(
        "too_many_requests", 429, "请求太频繁", "同一来源的写请求超过每分钟的上限；等 Retry-After 秒再试。公开数据的读取不计数。");

    public static readonly RefusalKind Unexpected = new(
        "unexpected", 500, "程序出错了", "程序的错误，不是请求的错误；请把 requestId 告诉我们。");

    public static readonly RefusalKind Busy = new(
        "busy", 503, "系统正忙", "写入排队已满，什么也没有保存；等 Retry-After 秒后原样重试。");

    public static readonly RefusalKind StorageUnavailable = new(
        "storage_unavailable", 503, "暂时无法保存或读取", "数据库暂时不可用或磁盘已满；稍后原样重试，带 Idempotency-Key 的请求不会重复。");

    public static readonly RefusalKind NotReady = new(
        "not_ready", 503, "还没有准备好", "仅 /readyz：failing 列出没有准备好的部分。");

    /// <summary>The write queue is full.</summary>
    public static Refusal BusyNow() => Busy.Because("现在请求太多，刚才的内容还没有保存。请等几秒再试一次。") with { RetryAfterSeconds = 2 };

    /// <summary>The database does not answer.</summary>
    public static Refusal StorageGone() => StorageUnavailable.Because("数据暂时保存不了，也可能读不到。请过一会儿再试。") with { RetryAfterSeconds = 5 };

    /// <summary>The first request with this key is not answered yet.</summary>
    public static Refusal KeyIsInFlight() => KeyInFlight.Because("同一个请求正在处理，请稍等一秒再试。不会重复提交。") with { RetryAfterSeconds = 1 };

    /// <summary>The key answered other words.</summary>
    public static Refusal KeyIsReused() => KeyReused.Because("这个 Idempotency-Key 已用于另一份内容。请换一个新的值再提交。什么也没有改动。");

    /// <summary>The cursor is not one of ours.</summary>
    public static Refusal NoCursor()
    {
        const string Advice = "cursor 读不懂。请原样使用上一页的 next，或去掉它从第一页开始。";
        return InvalidCursor.Because(Advice) with { Fields = [new FieldRefusal("cursor", FieldCodes.Invalid, Advice)] };
    }

    /// <summary>A bug of ours; says nothing about it.</summary>
    public static Refusal Bug() => Unexpected.Because("这是我们的错，不是您填错了。请稍后再试；如果还不行，请拨打 12345（外地手机 022-12345）。");

    /// <summary>What a bare status of the framework means in words; null when the status is no refusal.</summary>
    public static Refusal? OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => BadRequest.Because("请求不合规范，没有处理。"),
        StatusCodes.Status401Unauthorized => SignInRequired.Because("请先登录，或在请求里带上密钥。"),
        StatusCodes.Status403Forbidden => Forbidden.Because("这个账号或密钥不能做这件事。"),
        StatusCodes.Status404NotFound => NotFound.Because("这个地址不存在。请检查网址，或从首页重新开始。"),
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed.Because("这个地址不支持这种请求方法，可用的方法见 Allow 头。"),
        StatusCodes.Status406NotAcceptable => NotAcceptable.Because("这个地址没有您要的格式。"),
        StatusCodes.Status408RequestTimeout => RequestTimeout.Because("内容没有发完，什么也没有保存。请检查网络后再试。"),
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge.Because("发来的内容太大，什么也没有保存。请缩小后再试。"),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType.Because("请用 Content-Type: application/json 发送 UTF-8 的 JSON。"),
        StatusCodes.Status429TooManyRequests => TooManyRequests.Because("请求太频繁，请稍等再试。"),
        StatusCodes.Status503ServiceUnavailable => BusyNow(),
        >= 500 => Bug(),
        >= 400 => BadRequest.Because("请求不合规范，没有处理。"),
        _ => null,
    };
}
