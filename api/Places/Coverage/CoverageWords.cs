namespace Jizhou.Public.Api.Places.Coverage;

/// <summary>Says what is missing.</summary>
internal static class CoverageWords
{
    /// <summary>村的位置：27 个乡镇都没有导入，所以算不出距离。</summary>
    public static string Missing(string input, IReadOnlyList<TownshipCoverage> townships)
    {
        var lacking = townships.Count(one => one.Missing.Contains(input));
        var where = lacking == townships.Count ? $"{lacking} 个乡镇都没有导入完整" : $"{lacking} 个乡镇没有导入完整";
        var effect = input switch
        {
            "village-positions" => "没有位置的村不算在距离里",
            "area" => "算不出每平方千米有几个点",
            _ => "算不出一个点服务多少人",
        };
        return $"{TownshipCoverage.Inputs[input]}：{where}，{effect}";
    }
}
