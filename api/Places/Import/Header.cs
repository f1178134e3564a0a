using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Which column means what, by headers that people use in Chinese and English.</summary>
public static partial class Header
{
    /// <summary>The names of fields, each with the headers that mean it; what a mapping file writes on its left side.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["id"] = ["id", "编号", "点位编号", "网点编号", "站点编号", "编码", "点位编码"],
        ["name"] = ["name", "名称", "点位名称", "站点名称", "网点名称", "回收点名称", "设施名称", "点名称", "名字", "place", "title"],
        ["kind"] = ["kind", "种类", "点位类型", "站点类型", "网点类型", "设施类型", "点位种类", "类型", "类别", "type", "category"],
        ["accepts"] = ["accepts", "materials", "material", "品类", "接收品类", "回收品类", "回收种类", "接收种类", "收什么", "可回收物种类", "接收的品类", "回收物品", "回收品种"],
        ["rejects"] = ["rejects", "不收", "拒收", "拒收品类", "不接收"],
        ["hours"] = ["hours", "openinghours", "开放时间", "营业时间", "投放时间", "服务时间", "时间", "开门时间", "工作时间"],
        ["township"] = ["township", "乡镇代码", "街道代码", "乡镇街道代码", "镇街代码", "区划代码"],
        ["townshipname"] = ["townshipname", "乡镇", "镇", "街道", "镇街", "乡镇街道", "街道乡镇", "所属乡镇", "所在乡镇", "所属街道", "所属镇街"],
        ["village"] = ["village", "村代码", "社区代码", "村社区代码", "行政村代码"],
        ["villagename"] = ["villagename", "村", "社区", "村庄", "村居", "行政村", "村社区", "社区村", "村名", "所属村", "所在村", "所属社区", "村或社区"],
        ["address"] = ["address", "地址", "详细地址", "具体地址", "具体位置", "位置", "地点", "details", "addr"],
        ["lng"] = ["lng", "lon", "long", "longitude", "x", "经度", "东经", "location.lng", "location.lon", "position.lng", "geo.lon"],
        ["lat"] = ["lat", "latitude", "y", "纬度", "北纬", "location.lat", "position.lat", "geo.lat"],
        ["position"] = ["position", "coords", "coordinates", "coordinate", "坐标", "经纬度", "location", "lnglat"],
        ["phone"] = ["phone", "电话", "联系电话", "tel", "telephone"],
        ["operator"] = ["operator", "运营单位", "管理单位", "责任单位", "运营企业", "回收企业", "运营主体"],
        ["setting"] = ["setting", "场所", "设置场所", "所在场所"],
        ["level"] = ["level", "级别", "层级", "网点级别"],
        ["audience"] = ["audience", "服务对象", "对象", "面向对象"],
        ["dualnetwork"] = ["dualnetwork", "两网融合", "是否两网融合"],
        ["appointmentonly"] = ["appointmentonly", "需预约", "是否预约", "是否需要预约", "预约"],
        ["pays"] = ["pays", "有偿", "是否有偿", "有偿回收"],
        ["stepfree"] = ["stepfree", "无障碍", "无台阶"],
        ["access"] = ["access", "备注", "说明", "怎么进", "进入说明", "notes", "note", "remark", "remarks"],
        ["source"] = ["source", "来源", "数据来源"],
        ["licence"] = ["licence", "license", "许可", "许可协议"],
        ["lastverified"] = ["lastverified", "核实日期", "核实时间", "更新日期", "核查日期"],
        ["verifiedby"] = ["verifiedby", "核实人", "核查人"],
        ["illustrative"] = ["illustrative", "位置示意"],
        ["sample"] = ["sample", "示例"],
    };

    private static readonly Dictionary<string, string> ByHeader =
        Fields.SelectMany(field => field.Value.Select(header => (header, field.Key))).ToDictionary(pair => pair.header, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The field a header means, or null. A header that begins with _ numbers rows and means nothing.</summary>
    public static string? FieldOf(string header) => header.StartsWith('_') ? null : ByHeader.GetValueOrDefault(Fold(header));

    /// <summary>The coordinate system that a header names (经度(GCJ-02), 百度纬度), or null.</summary>
    public static string? CrsOf(string header)
    {
        var word = WordMatch.HalfWidth(header).ToLowerInvariant();
        return word switch
        {
            _ when word.Contains("bd09", StringComparison.Ordinal) || word.Contains("bd-09", StringComparison.Ordinal) || word.Contains("百度", StringComparison.Ordinal) => "bd09",
            _ when word.Contains("gcj", StringComparison.Ordinal) || word.Contains("高德", StringComparison.Ordinal) || word.Contains("火星", StringComparison.Ordinal) || word.Contains("腾讯", StringComparison.Ordinal) => "gcj02",
            _ when word.Contains("wgs", StringComparison.Ordinal) => "wgs84",
            _ when word.Contains("cgcs", StringComparison.Ordinal) || word.Contains("2000", StringComparison.Ordinal) => "cgcs2000",
            _ => null,
        };
    }

    private static string Fold(string header)
    {
        var word = Brackets().Replace(WordMatch.HalfWidth(header), "").ToLowerInvariant();
        return Joints().Replace(word, "");
    }

    [GeneratedRegex(@"\([^)]*\)|wgs-?84|gcj-?02|bd-?09|cgcs2000|百度|高德|腾讯|火星", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s_\-*/:·]+", RegexOptions.None, 1000)]
    private static partial Regex Joints();
}
