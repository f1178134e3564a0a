namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>
/// Every setting of the program, in one place: the code reads its defaults here, and a test compares the list with
/// the page /data/developers/settings/.
/// </summary>
public static class Settings
{
    public static readonly Setting Urls = new("urls", "http://127.0.0.1:5080", "监听的地址。");

    public static readonly Setting ContentFolder = new("Content:Folder", "content", "内容文件夹；相对路径从程序所在文件夹算起。");
    public static readonly Setting PortalFolder = new("Portal:Folder", "portal", "已生成的网站文件夹；相对路径从程序所在文件夹算起。");
    public static readonly Setting PortalBaseAddress = new("Portal:BaseAddress", "", "门户对外的网址（如 https://example.gov.cn），用于规范链接、站点地图和跨域规则；不取自 Host 头。不设时用程序监听的第一个地址。");
    public static readonly Setting PortalApiBaseAddress = new("Portal:ApiBaseAddress", "", "网页调用接口的网址；不设表示与网页同源。设了以后，预约接口只对 Portal:BaseAddress 的来源开放跨域。");

    public static readonly Setting PortalOwner = new("Portal:Owner", "", "主办单位；不设时页脚写「演示站点，不代表任何机关」。");
    public static readonly Setting PortalSiteCode = new("Portal:SiteCode", "", "政府网站标识码，写在页脚；设了 Portal:Owner 才显示。");
    public static readonly Setting PortalIcp = new("Portal:Icp", "", "ICP 备案号，写在页脚；设了 Portal:Owner 才显示。");
    public static readonly Setting PortalPolice = new("Portal:Police", "", "公安备案号，写在页脚；设了 Portal:Owner 才显示。");
    public static readonly Setting PortalMapApproval = new("Portal:MapApproval", "", "地图审图号，写在页脚；不设时地图写「示意，不作划界依据」。");
    public static readonly Setting PortalMapKey = new("Portal:MapKey", "", "天地图浏览器端密钥；设了以后，地图用天地图底图（浏览器会向 t0.tianditu.gov.cn 取图），并可按图找点。不设时只画本站自己的轮廓、地名和点。");

    public static readonly Setting ProxyTrusted = new("Proxy:Trusted", "", "可信反向代理的 IP 或网段，逗号分隔；只有它们的 X-Forwarded-For 和 X-Forwarded-Proto 才算数。");

    public static readonly Setting StorageProvider = new("Storage:Provider", "sqlite", "数据库：sqlite（内置）或 postgres。");
    public static readonly Setting StorageDataFolder = new("Storage:DataFolder", ".data", "SQLite 数据文件夹；相对路径从内容根目录算起。");
    public static readonly Setting StorageConnectionString = new("Storage:ConnectionString", "", "PostgreSQL 连接串，仅 Storage:Provider=postgres 时使用。");

    public static readonly Setting CacheRedis = new("Cache:Redis", "", "Redis 地址（如 127.0.0.1:6379），多个进程共用回答缓存；不设则各用各的内存。Redis 停了不影响读取。");

    public static readonly Setting SecurityKeyFolder = new("Security:KeyFolder", ".keys", "密钥文件夹；必须在数据文件夹之外，并与数据分开备份。相对路径从内容根目录算起。");

    public static readonly Setting SessionsIdleMinutes = new("Sessions:IdleMinutes", "120", "工作台多少分钟没有操作就要重新登录。");
    public static readonly Setting SessionsLongestHours = new("Sessions:LongestHours", "10", "工作台登录后最长多少小时要重新登录，不论有没有操作。");

    public static readonly Setting OidcAuthority = new("Oidc:Authority", "", "统一身份认证（OpenID Connect）的网址，其下应有 /.well-known/openid-configuration；设了它和 Oidc:ClientId，登录页才有“统一身份登录”。");
    public static readonly Setting OidcClientId = new("Oidc:ClientId", "", "在统一身份认证登记的客户端编号；回调地址登记为接口网址加 /console/sign-in/oidc/callback/。");
    public static readonly Setting OidcClientSecret = new("Oidc:ClientSecret", "", "客户端密钥；公开客户端不设。");
    public static readonly Setting OidcAccountClaim = new("Oidc:AccountClaim", "sub", "用身份令牌里的哪一项认出账号；它的值由管理员填在账号页上。");
    public static readonly Setting OidcRoleClaim = new("Oidc:RoleClaim", "", "身份令牌里写角色的一项；设了以后，没有账号的人按 Oidc:Roles 自动得到账号，角色每次登录更新。不设时只认已关联的账号。");
    public static readonly Setting OidcRoles = new("Oidc:Roles", "", "角色对应，逗号分隔：对方的值=本站角色，例如 dispatchers=dispatcher,admins=administrator；先写的优先。");
    public static readonly Setting OidcNameClaim = new("Oidc:NameClaim", "preferred_username", "自动得到的账号用身份令牌里的哪一项作用户名。");

    public static readonly Setting SampleLoad = new("Sample:Load", "true", "新建的数据库是否装入示例点位；已有数据的库从不装入。");

    public static readonly Setting UploadsMaxBytes = new("Uploads:MaxBytes", "67108864", "工作台上传一个点位文件的字节数上限（默认 64 MiB），超过即在页面上说明。");

    public static readonly Setting LimitsBodyBytes = new("Limits:BodyBytes", "262144", "请求体的字节数上限，超过即答 413。");
    public static readonly Setting LimitsPhotoBytes = new("Limits:PhotoBytes", "8388608", "一张照片的字节数上限，超过即答 422 picture_too_large；网页会先把照片缩到 1600 像素以内。");
    public static readonly Setting LimitsReportsPerHour = new("Limits:ReportsPerHour", "100", "每个来源每小时的问题上报上限，超过即答 429；按运营商共享地址估算。");
    public static readonly Setting LimitsWritesPerMinute = new("Limits:WritesPerMinute", "600", "每个来源每分钟的匿名写请求（占位、预约）上限，超过即答 429；按运营商共享地址估算。");
    public static readonly Setting LimitsSignInsPerMinute = new("Limits:SignInsPerMinute", "10", "每个来源每分钟的登录尝试上限。");
    public static readonly Setting LimitsHoldsPerClient = new("Limits:HoldsPerClient", "200", "每个来源未确认的时段暂留数上限，超过即答 429 holds_limit。");
    public static readonly Setting LimitsFailedLookupsPerClient = new("Limits:FailedLookupsPerClient", "20", "每个来源每小时查错预约的次数上限，超过即答 429 lookup_limit。");
    public static readonly Setting LimitsFailedLookupsPerReference = new("Limits:FailedLookupsPerReference", "10", "每个预约编号每小时被查错的次数上限，超过即答 429 lookup_limit。");
    public static readonly Setting LimitsWriteQueue = new("Limits:WriteQueue", "1024", "SQLite 排队等待写入的请求数上限，超过即答 503 busy。");

    public static readonly Setting WebhookUrl = new("Webhook:Url", "", "预约有变动或该提醒时，把事件发到这个网址（https；本机可用 http）；不设就不发。格式见 /data/developers/webhooks/。");
    public static readonly Setting WebhookSecret = new("Webhook:Secret", "", "事件签名的密钥，至少 16 个字符；以 whsec_ 开头时，后面按 base64 解。设了 Webhook:Url 就必须设。");
    public static readonly Setting WebhookIncludePhone = new("Webhook:IncludePhone", "false", "事件里是否带居民的手机号。短信网关需要它；为 true 时网页才承诺发提醒短信，否则提醒由人按名单打电话。");
    public static readonly Setting WebhookAllowHttp = new("Webhook:AllowHttp", "false", "Webhook:Url 不是本机时是否也允许 http（明文）。只在确实没有 https 的内网设为 true。");
    public static readonly Setting WebhookTimeoutSeconds = new("Webhook:TimeoutSeconds", "10", "一次发送最多等几秒，最多 120。");
    public static readonly Setting NoticesSendEverySeconds = new("Notices:SendEverySeconds", "2", "每隔几秒看一次有没有要发的通知；0 表示这个进程不发，由别的进程发。");
    public static readonly Setting SmtpHost = new("Smtp:Host", "", "邮件服务器。每天的电话名单数、发不出去的通知、缺放假安排会写信告诉办公室；不设就不写。居民没有留邮箱，不会收到信。");
    public static readonly Setting SmtpPort = new("Smtp:Port", "", "邮件服务器的端口；不设时按加密方式用 465、587 或 25。");
    public static readonly Setting SmtpSecurity = new("Smtp:Security", "tls", "连接怎样加密：tls（一开始就加密）、starttls（先问候再加密）、none（不加密，只给本机的转发用）。");
    public static readonly Setting SmtpUser = new("Smtp:User", "", "邮件服务器的用户名；不设就不登录。");
    public static readonly Setting SmtpPassword = new("Smtp:Password", "", "邮件服务器的密码。");
    public static readonly Setting SmtpFrom = new("Smtp:From", "", "发信的邮箱；设了 Smtp:Host 就必须设。");
    public static readonly Setting SmtpTo = new("Smtp:To", "", "收信的办公室邮箱，几个用逗号分开；设了 Smtp:Host 就必须设。");

    public static readonly Setting TelemetryOtlp = new("Telemetry:Otlp", "", "OTLP 收集器的网址（HTTP/protobuf，如 http://127.0.0.1:4318）；设了以后每 15 秒送一次监测指标。不设则不送。");

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Urls,
        ContentFolder, PortalFolder, PortalBaseAddress, PortalApiBaseAddress,
        PortalOwner, PortalSiteCode, PortalIcp, PortalPolice, PortalMapApproval, PortalMapKey, ProxyTrusted,
        StorageProvider, StorageDataFolder, StorageConnectionString,
        CacheRedis,
        SecurityKeyFolder,
        SessionsIdleMinutes, SessionsLongestHours,
        OidcAuthority, OidcClientId, OidcClientSecret, OidcAccountClaim, OidcRoleClaim, OidcRoles, OidcNameClaim,
        SampleLoad,
        UploadsMaxBytes,
        LimitsBodyBytes, LimitsPhotoBytes, LimitsReportsPerHour, LimitsWritesPerMinute, LimitsSignInsPerMinute,
        LimitsHoldsPerClient, LimitsFailedLookupsPerClient, LimitsFailedLookupsPerReference,
        LimitsWriteQueue,
        TelemetryOtlp,
        WebhookUrl, WebhookSecret, WebhookIncludePhone, WebhookAllowHttp, WebhookTimeoutSeconds,
        NoticesSendEverySeconds,
        SmtpHost, SmtpPort, SmtpSecurity, SmtpUser, SmtpPassword, SmtpFrom, SmtpTo,
    ];
}
