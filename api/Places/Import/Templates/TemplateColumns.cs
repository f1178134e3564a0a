using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Templates;

/// <summary>A column of the empty table that clerks fill in.</summary>
/// <param name="Header">Its header; the import knows every one of them.</param>
/// <param name="Help">What belongs there, with an example.</param>
/// <param name="Choices">The words to choose from, or null for free text.</param>
internal sealed record TemplateColumn(string Header, string Help, IReadOnlyList<string>? Choices = null);

/// <summary>The columns of the templates.</summary>
internal static class TemplateColumns
{
    private static readonly string[] YesNo = ["是", "否"];

    /// <summary>All columns; kinds and the like are taken from the vocabulary.</summary>
    public static IReadOnlyList<TemplateColumn> Of(PlaceVocabulary vocabulary) =>
    [
        new("编号", "可以不填。要自己编就用字母开头，例如 jz-001；同一个点每次用同一个编号"),
        new("名称", "必填，和牌子上写的一样"),
        new("类型", "必填，从列表里选", [.. vocabulary.Kinds.Select(kind => kind.Name)]),
        new("乡镇", "乡镇或街道的名称，例如 官庄镇。不用填代码：Excel 会把长代码改坏"),
        new("村或社区", "村、社区的名称，例如 官庄村"),
        new("地址", "看得懂的地址，例如 村委会院内东侧"),
        new("经度", "例如 117.41。不知道就空着，照样能导入；导入时要说明是哪种坐标系"),
        new("纬度", "例如 40.05"),
        new("接收品类", "收什么，用顿号隔开，例如 废纸、塑料瓶、旧衣服"),
        new("不收", "容易弄错的、不收的东西，用顿号隔开"),
        new("开放时间", "例如 周一至周五8:00-17:30，节假日休息；全天开放写 全天"),
        new("联系电话", "给居民打的电话"),
        new("运营单位", "谁在管"),
        new("服务对象", "从列表里选，空着是都可以", [.. PlaceVocabulary.Audiences.Values]),
        new("设置场所", "从列表里选", [.. PlaceVocabulary.Settings.Values]),
        new("级别", "从列表里选", [.. PlaceVocabulary.Levels.Values]),
        new("两网融合", "是 或 否", YesNo),
        new("是否需要预约", "是 或 否", YesNo),
        new("是否有偿", "交东西给不给钱：是 或 否，不清楚就空着", YesNo),
        new("无障碍", "轮椅能不能到：是 或 否，不清楚就空着", YesNo),
        new("备注", "怎么进、在哪个门"),
        new("核实日期", "最近一次去看的日期，例如 2026-11-22"),
        new("核实人", "谁去看的（单位或岗位，不写个人姓名）"),
        new("数据来源", "哪个单位的台账"),
    ];
}
