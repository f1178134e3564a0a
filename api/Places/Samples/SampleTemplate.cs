namespace Jizhou.Public.Api.Places.Samples;

/// <summary>What sample places of one kind look like.</summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Name">Name without township and number.</param>
/// <param name="Setting">Code of the setting.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Accepts">Material codes, separated by blanks.</param>
/// <param name="Rejects">Material codes, separated by blanks.</param>
/// <param name="Audience">Code of the audience.</param>
/// <param name="Pays">true, false or empty for not known.</param>
/// <param name="Hours">Hours to choose from; an empty one is not known.</param>
internal sealed record SampleTemplate(
    string Kind, string Name, string Setting, string Level, string Accepts, string Rejects, string Audience, string Pays, params string[] Hours)
{
    private const string Daily = "Mo-Su 08:00-18:00";
    private const string Office = "Mo-Fr 08:30-11:30,14:00-17:00; PH off";
    private const string Morning = "06:30-08:30,18:00-20:30";
    private const string Season = "Apr-Oct 08:00-19:00; Nov-Mar 08:30-17:00";
    private const string Shop = "Mo-Su 09:00-21:00";

    /// <summary>One of each is set up in every township, in turn with <see cref="Sometimes"/>.</summary>
    public static readonly IReadOnlyList<SampleTemplate> Everywhere =
    [
        new("collection-point", "回收交投点", "community", "community", "paper plastic metal steel nonferrous-metal glass textile recyclable", "hazardous residual", "both", "true", Daily, "Mo-Sa 07:00-19:00; Su,PH off", "Mo-Fr 08:00-18:00; Sa 08:00-12:00"),
        new("sorting-point", "分类投放点", "community", "community", "recyclable kitchen hazardous residual", "furniture renovation-waste", "residents", "", Morning, "24/7", "05:30-09:00,17:00-21:00"),
        new("farm-waste-point", "农资废弃物回收点", "supply-cooperative", "township", "mulch-film pesticide-packaging fertiliser-bag", "renovation-waste", "both", "", Season, "Mo,We,Fr 08:30-11:30,14:00-17:00"),
    ];

    /// <summary>Set up here and there, in this order.</summary>
    public static readonly IReadOnlyList<SampleTemplate> Sometimes =
    [
        new("textile-bin", "旧衣回收箱", "community", "community", "textile", "residual", "residents", "false", "24/7"),
        new("hazardous-point", "有害垃圾投放点", "community", "township", "hazardous battery lamp medicine household-chemicals", "residual kitchen", "residents", "false", Office, "Sa[1] 09:00-11:30"),
        new("bulky-point", "大件垃圾投放点", "village", "village", "furniture appliance", "renovation-waste", "residents", "", "Tu,Th,Sa 09:00-11:30", Daily),
        new("smart-terminal", "智能回收终端", "shop", "community", "plastic paper metal", "glass hazardous", "residents", "true", "24/7", Shop),
        new("packaging-return", "包装退还点", "shop", "community", "parcel-packaging paper", "", "both", "false", Shop, "Mo-Su 10:00-19:30"),
        new("construction-point", "装修垃圾投放点", "community", "township", "renovation-waste", "furniture hazardous", "residents", "", "Mo-Su 07:00-11:00,14:00-17:00"),
        new("mobile-event", "流动回收", "village", "village", "electronics battery lamp cooking-oil appliance textile", "renovation-waste", "residents", "", "Sa[2] 08:30-11:00 \"遇雨顺延\"", "Su[-1] 09:00-11:30"),
        new("kitchen-unit", "小型厨余处理设施", "scenic-area", "village", "kitchen", "plastic glass residual", "both", "", "18:00-01:00", "Apr-Oct 06:00-22:00; Nov-Mar 07:00-20:00"),
        new("transfer-station", "中转站", "village", "township", "paper plastic metal steel nonferrous-metal glass textile tyre", "kitchen hazardous", "businesses", "true", Office),
        new("sorting-centre", "分拣中心", "office", "township", "paper plastic steel nonferrous-metal tyre appliance electronics end-of-life-vehicle", "kitchen", "businesses", "true", "Mo-Fr 08:00-17:00"),
        new("collection-point", "校园回收交投点", "school", "community", "paper plastic metal battery", "hazardous", "both", "false", "Mo-Fr 07:30-08:00,16:00-17:30; PH off"),
    ];
}
