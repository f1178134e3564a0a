using System.Text;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.Decoding;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class EncodingTests
{
    private const string Simplified = "名称,地址,回收品类\r\n渔阳镇回收站,文昌街道兴华大街旁,废纸、塑料\r\n";
    private const string Traditional = "名稱,地址,品類\r\n漁陽鎮回收站,文昌街道興華大街旁,廢紙、塑膠\r\n";

    public static TheoryData<string, string, bool> Files => new()
    {
        { "utf-8", Simplified, false }, { "utf-8", Simplified, true }, { "utf-16", Simplified, true }, { "utf-16BE", Simplified, true }, { "utf-16", Simplified, false },
        { "gb18030", Simplified, false }, { "big5", Traditional, false }, { "iso-8859-1", "name,address\r\nGlascontainer,Große Straße\r\n", false },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_recognised(string name, string text, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var decoded = DecodeText.Of(bytes, null);
        Assert.Equal(text, decoded.Text);
        byte[] written = [.. decoded.Encoding.Preamble, .. decoded.Encoding.GetBytes(decoded.Text)];
        Assert.Equal(Convert.ToHexString(encoding.GetBytes(text)), Convert.ToHexString(written.AsSpan(decoded.Encoding.Preamble.Length)));
    }

    [Fact]
    public void Every_township_and_village_name_survives_gb18030()
    {
        foreach (var village in TestPlaces.Content.Geo.Villages)
        {
            Assert.Equal($"名称\r\n{village.Name}回收站", DecodeText.Of(Importing.Gb18030.GetBytes($"名称\r\n{village.Name}回收站"), null).Text);
        }
    }

    [Fact]
    public void Text_that_was_converted_wrongly_before_is_refused()
    {
        var utf8 = Encoding.UTF8.GetBytes(Simplified);
        Assert.Contains("乱码", Importing.Refusal(Encoding.Latin1.GetString(utf8)), StringComparison.Ordinal);
        Assert.Contains("乱码", Importing.Refusal("名称\r\n锟斤拷锟斤拷"), StringComparison.Ordinal);
        Assert.Contains("乱码", Importing.Refusal("名称\r\n回收\uFFFD"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrongly_given_encoding_and_an_unknown_one_are_refused()
    {
        Assert.Throws<ImportFailedException>(() => DecodeText.Of(Importing.Gb18030.GetBytes(Simplified), "utf-8"));
        Assert.Throws<ImportFailedException>(() => DecodeText.Of([65], "ebcdic"));
        Assert.Equal(Traditional, DecodeText.Of(Importing.Big5.GetBytes(Traditional), "big5").Text);
    }
}
