namespace Jizhou.Public.Site.Pages;

/// <summary>The sections of the portal, in the order residents ask for them.</summary>
public static class Navigation
{
    /// <summary>The sections in the header and, in full, in the footer.</summary>
    public static IReadOnlyList<Crumb> Sections { get; } =
    [
        new("/sorting/", "怎么分"),
        new("/places/", "去哪投"),
        new("/booking/", "约上门"),
        new("/plastics/", "限塑规定"),
        new("/inns/", "农家院"),
        new("/farm/", "农户"),
        new("/data/", "开放数据"),
    ];

    /// <summary>What inns need most, below the header of every inn page; the one-pager first.</summary>
    public static IReadOnlyList<Crumb> Inns { get; } =
    [
        new("/inns/today/", "一页纸"),
        new("/inns/self-check/", "自查"),
        new("/inns/print/", "打印"),
        new("/inns/collectors/", "谁来收"),
    ];

    /// <summary>The pages every site must keep within reach of every page.</summary>
    public static IReadOnlyList<Crumb> About { get; } =
    [
        new("/plan/", "关于本规划"),
        new("/about/privacy/", "隐私"),
        new("/about/accessibility/", "无障碍"),
        new("/about/sample-data/", "关于示例数据"),
        new("/about/sources/", "数据来源与许可"),
        new("/data/developers/", "开发者"),
    ];
}
