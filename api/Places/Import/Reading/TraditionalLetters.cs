using System.Collections.Frozen;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>
/// The traditional characters that headers, kinds, materials and names of places are written with (名稱, 經度, 鄉鎮), so that a file in Big5 is
/// understood. Only words are compared by it: what stands in the file is kept as it stands.
/// </summary>
internal static class TraditionalLetters
{
    private const string Traditional = "稱種類經緯點鄉鎮電話開時間營業備註運單責聯絡區項紙膠屬鋁鐵銅舊燈廢傢廚餘漁陽莊薊縣東門號務對無級場說編碼數據來領關閉預約價錢農藥網環衛設檔頭園蟲馬礦龍";
    private const string Simplified = "称种类经纬点乡镇电话开时间营业备注运单责联络区项纸胶属铝铁铜旧灯废家厨余渔阳庄蓟县东门号务对无级场说编码数据来领关闭预约价钱农药网环卫设档头园虫马矿龙";

    private static readonly FrozenDictionary<char, char> Forms = Traditional.Zip(Simplified).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The word in simplified characters.</summary>
    public static string Simplify(string word) =>
        word.Any(Forms.ContainsKey) ? string.Concat(word.Select(letter => Forms.GetValueOrDefault(letter, letter))) : word;
}
