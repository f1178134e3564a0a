namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>What an operator may be.</summary>
public static class Roles
{
    /// <summary>Sees lists with personal data masked.</summary>
    public const string Viewer = "viewer";

    /// <summary>Books and looks up for residents of own villages (村级代办).</summary>
    public const string VillageAgent = "village-agent";

    /// <summary>Drives a round.</summary>
    public const string Crew = "crew";

    /// <summary>Plans rounds and books for callers.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>Imports, prices, calendar, hours.</summary>
    public const string Editor = "editor";

    /// <summary>Everything, accounts included.</summary>
    public const string Administrator = "administrator";

    /// <summary>All roles with what people read.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Viewer] = "查看员",
        [VillageAgent] = "村级代办",
        [Crew] = "收运员",
        [Dispatcher] = "调度员",
        [Editor] = "编辑",
        [Administrator] = "管理员",
    };

    /// <summary>What each role may do, in a few words.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [Viewer] = "只看清单，个人信息打码",
        [VillageAgent] = "替本村居民约车、查车",
        [Crew] = "当天的清运单",
        [Dispatcher] = "替来电居民约车，排车",
        [Editor] = "导入点位、价格、日历",
        [Administrator] = "全部，包括账号",
    };
}
