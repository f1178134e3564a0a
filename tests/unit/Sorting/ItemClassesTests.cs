using System.Text.RegularExpressions;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

/// <summary>Whole classes of things in the dictionary: what ends alike goes alike, and where it does not, the exception is written down here.</summary>
public sealed class ItemClassesTests
{
    private static readonly IReadOnlyList<(string Name, SortingItem Item)> Names =
        [.. TestContent.Real.Sorting.Items.SelectMany(item => item.Aliases.Prepend(item.Name).Select(name => (Regex.Replace(name, "（.*?）", ""), item)))];

    [Theory]
    [InlineData("电池", "hazardous", "动力电池 电动车锂电池 电动车电池 汽车电池 电动汽车电池 新能源车电池 新能源电池")]
    [InlineData("灯管", "hazardous", "LED灯管")]
    [InlineData("果核|桃核|杏核|枣核|梨核|山楂核|芒果核|荔枝核", "kitchen", "")]
    [InlineData("大骨头|棒骨|筒骨|牛骨|羊蝎子骨|腿骨|牛尾骨", "residual", "鸡腿骨")]
    [InlineData("鱼骨|鱼刺|鸡骨|鸡骨头|小骨头|鸭脖骨", "kitchen", "墨鱼骨")]
    [InlineData("虾壳|蟹壳|蛋壳|花生壳|瓜子壳|毛豆壳|板栗壳", "kitchen", "花生壳 皮蛋壳")]
    [InlineData("蛤蜊壳|扇贝壳|生蚝壳|椰子壳|榴莲壳|核桃壳|夏威夷果壳|碧根果壳|榛子壳|田螺壳", "residual", "")]
    [InlineData("纸杯|马克杯|陶瓷杯|瓷杯|水晶杯|茶杯", "residual", "奶茶杯")]
    [InlineData("奶茶杯|塑料杯|保温杯", "recyclable", "")]
    [InlineData("餐盒|饭盒", "recyclable", "纸餐盒 发泡餐盒 白色泡沫餐盒 玻璃饭盒 纸饭盒 泡沫饭盒 发泡饭盒")]
    [InlineData("纸箱", "recyclable", "涂蜡纸箱 海鲜纸箱 防水纸箱 水果打蜡箱 脏纸箱 湿纸箱 发霉的纸箱 油纸箱 纸箱 冥纸箱")]
    [InlineData("地膜|棚膜|农膜", "farm", "")]
    [InlineData("农药瓶|农药袋|农药桶|化肥袋|尿素袋", "farm", "")]
    [InlineData("轮胎", "special", "")]
    [InlineData("沙发|床垫|衣柜|书柜", "bulky", "布衣柜 金属衣柜 更衣柜")]
    [InlineData("瓷砖|混凝土|渣土", "construction", "")]
    [InlineData("酒瓶|啤酒瓶|玻璃瓶", "recyclable", "白酒瓶 陶瓷酒瓶 药玻璃瓶 农药玻璃瓶")]
    public void What_ends_alike_goes_alike(string endings, string category, string exceptions)
    {
        var others = Names.Where(one => Regex.IsMatch(one.Name, $"({endings})$") && one.Item.Category != category && !exceptions.Split(' ').Contains(one.Name));
        Assert.Empty(others.Select(one => $"{one.Name}: {one.Item.Category}"));
        Assert.Contains(Names, one => Regex.IsMatch(one.Name, $"({endings})$") && one.Item.Category == category);
    }

    [Theory]
    [InlineData("N1", "hazardous")]
    [InlineData("T1", "hazardous")]
    [InlineData("N2", "farm special construction")]
    public void A_law_is_named_only_for_what_it_is_about(string basis, string categories) =>
        Assert.Empty(TestContent.Real.Sorting.Items.Where(item => item.Basis == basis && !categories.Split(' ').Contains(item.Category)).Select(item => item.Name));

    [Fact]
    public void A_reason_does_not_say_twice_what_it_says_nor_what_is_none()
    {
        Assert.Empty(TestContent.Real.Sorting.Items.Where(item => Regex.IsMatch(item.Reason, "(能再生|放不下|没有回收渠道|容易腐烂).*\\1|有毒或易燃|能再造，能再生|能再用，能再生")).Select(item => item.Name));
        Assert.Empty(TestContent.Real.Sorting.Items.Where(item => Regex.IsMatch(item.Reason, "露天烧.*(违法|要罚)") && !item.Reason.Contains("禁止区域", StringComparison.Ordinal)).Select(item => item.Name));
        Assert.Empty(TestContent.Real.Sorting.Items.Where(item => item.Category == "residual" && item.Reason.EndsWith("能再生", StringComparison.Ordinal) && !item.Reason.Contains("不能再生", StringComparison.Ordinal)).Select(item => item.Name));
    }
}
