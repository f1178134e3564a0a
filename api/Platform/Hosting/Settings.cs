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

    public static readonly Setting StorageProvider = new("Storage:Provider", "sqlite", "数据库：sqlite（内置）或 postgres。");
    public static readonly Setting StorageDataFolder = new("Storage:DataFolder", ".data", "SQLite 数据文件夹；相对路径从内容根目录算起。");
    public static readonly Setting StorageConnectionString = new("Storage:ConnectionString", "", "PostgreSQL 连接串，仅 Storage:Provider=postgres 时使用。");

    public static readonly Setting LimitsWriteQueue = new("Limits:WriteQueue", "1024", "SQLite 排队等待写入的请求数上限，超过即答 503 busy。");

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Urls,
        ContentFolder, PortalFolder,
        StorageProvider, StorageDataFolder, StorageConnectionString,
        LimitsWriteQueue,
    ];
}
