using System.IO.Compression;
using System.Text;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Import;

public sealed class ReadFileTests
{
    [Theory]
    [InlineData("名称,经度,纬度\n甲站,117.41,40.05\n")]
    [InlineData("名称;经度;纬度\n甲站;117,41;40,05\n")]
    [InlineData("名称\t经度\t纬度\n甲站\t117.41\t40.05\n")]
    [InlineData("\"名称\",\"经度\",\"纬度\"\r\n\"甲站\",\"117,41\",\"40,05\"\r\n")]
    [InlineData("蓟州区回收网点统计表,,\n名称,经度,纬度\n甲站,117.41,40.05\n,,\n")]
    [InlineData("sep=;\nname;lon;lat\n甲站;117.41;40.05")]
    [InlineData("name,坐标\n甲站,\"117.41,40.05\"\n")]
    [InlineData("""[{"name":"甲站","coords":[117.41,40.05]}]""")]
    [InlineData("""{"data":[{"name":"甲站","location":{"lng":117.41,"lat":40.05}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[117.41,40.05]},"properties":{"名称":"甲站"}}]}""")]
    public void Every_shape_gives_the_same_place(string text)
    {
        var place = Assert.Single(Importing.Read(text).Places());
        Assert.Equal(("甲站", new GeoPoint(117.41, 40.05), "collection-point", "test.csv"), (place.Name, place.Position, place.Kind, place.Source));
    }

    [Fact]
    public void A_spreadsheet_gives_it_too()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/sharedStrings.xml", "<sst><si><t>名称</t></si><si><r><t>甲</t></r><r><t>站</t></r><rPh><t>jia</t></rPh></si></sst>");
            Write(zip, "xl/worksheets/sheet1.xml", """<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>经度</t></is></c><c r="D1" t="str"><v>纬度</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>117.41</v></c><c r="D3"><v>4.005E1</v></c></row></sheetData></worksheet>""");
        }

        var place = Assert.Single(Importing.Read(stream.ToArray()).Places());
        Assert.Equal(("甲站", new GeoPoint(117.41, 40.05)), (place.Name, place.Position));
    }

    [Fact]
    public void Overpass_brings_its_own_datum_materials_and_hours()
    {
        var file = Importing.Read("""{"elements":[{"type":"node","id":7,"lat":40.05,"lon":117.41,"tags":{"amenity":"recycling","name":"甲站","recycling:paper":"yes","recycling:clothes":"yes","recycling:glass":"no","opening_hours":"24/7"}}]}""", crs: null);
        var place = Assert.Single(file.Places());
        Assert.Equal(("osm-node-7", "24/7", "ODbL-1.0"), (place.Id, place.Hours, place.Licence));
        Assert.Equal(["paper", "textile"], place.Accepts);
    }

    [Fact]
    public void Overpass_says_which_place_is_a_transfer_station()
    {
        var file = Importing.Read("""{"elements":[{"type":"node","id":8,"lat":40.05,"lon":117.41,"tags":{"amenity":"waste_transfer_station","name":"乙站"}},{"type":"node","id":9,"lat":40.05,"lon":117.42,"tags":{"amenity":"recycling","name":"丙站"}}]}""", crs: null);
        Assert.Equal(["transfer-station", "collection-point"], file.Places().Select(place => place.Kind));
    }

    [Fact]
    public void Headers_materials_and_townships_may_be_written_in_traditional_characters()
    {
        var text = "點位名稱,經度,緯度,鄉鎮,接收品類\n甲站,117.41,40.05,漁陽鎮,廢紙、舊衣、玻璃\n";
        var place = Assert.Single(Importing.Read(Importing.Big5.GetBytes(text), "wgs84").Places());
        Assert.Equal(("甲站", "120119100"), (place.Name, place.Township));
        Assert.Equal(["paper", "textile", "glass"], place.Accepts);
    }

    [Theory]
    [InlineData("wgs84", 117.41, 40.05)]
    [InlineData("EPSG:4490", 117.41, 40.05)]
    [InlineData("gcj02", 117.4163, 40.0513)]
    [InlineData("bd09", 117.4228, 40.0572)]
    public void Every_datum_is_stored_as_wgs84(string crs, double lng, double lat)
    {
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"名称,经度,纬度\n甲站,{lng},{lat}\n");
        var place = Assert.Single(Importing.Read(text, crs).Places());
        Assert.InRange(place.Position!.Value.Lng, 117.4095, 117.4105);
        Assert.InRange(place.Position.Value.Lat, 40.0495, 40.0505);
    }

    [Fact]
    public void Web_mercator_is_turned_into_degrees()
    {
        var place = Assert.Single(Importing.Read("名称,x,y\n甲站,13070021.42,4872401.93\n", "3857").Places());
        Assert.InRange(place.Position!.Value.Lng, 117.40, 117.42);
        Assert.InRange(place.Position.Value.Lat, 39.9, 40.1);
    }

    [Fact]
    public void The_datum_is_asked_for_never_guessed()
    {
        var asked = Importing.Refusal("名称,经度,纬度\n甲站,117.41,40.05\n", crs: null);
        Assert.Contains("--crs", asked, StringComparison.Ordinal);
        Assert.Contains("gcj02 117.40", asked, StringComparison.Ordinal);
        Assert.Single(Importing.Read("名称,经度(GCJ-02),纬度(GCJ-02)\n甲站,117.41,40.05\n", crs: null).Places());
        Assert.Contains("gcj02", Importing.Refusal("名称,经度(GCJ-02),纬度\n甲站,117.41,40.05\n", "wgs84"), StringComparison.Ordinal);
        Assert.Contains("EPSG:2437", Importing.Refusal("名称,经度,纬度\n甲站,117.41,40.05\n", "EPSG:2437"), StringComparison.Ordinal);
        Assert.Single(Importing.Read("名称,地址\n甲站,某路\n", crs: null).Places());
    }

    [Theory]
    [InlineData("", "空")]
    [InlineData("<!DOCTYPE html><html></html>", "HTML")]
    [InlineData("[{\"name\":\"甲\"", "完整")]
    [InlineData("{\"a\":1}", "没有找到")]
    [InlineData("名称,地址\n\"甲站,某路\n", "引号")]
    [InlineData("一,二\n三,四\n", "名称")]
    [InlineData("名称\0,地址\n", "不是文本")]
    public void A_broken_file_ends_in_one_clear_error(string text, string said) => Assert.Contains(said, Importing.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_and_broken_archives_are_refused()
    {
        Assert.Contains("太深", Importing.Refusal(new string('[', 5000)), StringComparison.Ordinal);
        Assert.Contains("坏了", Importing.Refusal([(byte)'P', (byte)'K', 3, 4, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("坏了", Importing.Refusal([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), StringComparison.Ordinal);
        Assert.Contains(".xls", Importing.Refusal([0xD0, 0xCF, 0x11, 0xE0, 1, 2]), StringComparison.Ordinal);
        Assert.Contains("64 MiB", Importing.Refusal(new byte[ReadSource.MostBytes + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzipped_file_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("名称\n甲站\n"));
        }

        Assert.Single(Importing.Read(stream.ToArray()).Places());
    }

    [Fact]
    public void Edinburghs_several_rows_a_place_become_one_place()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/samples/real-edinburgh-recycle-points.csv"));
        var file = Importing.Read(bytes, mapping: "address = RecyclingS\naccepts = type\naccepts: Packaging = 塑料、金属\n");
        Assert.Empty(file.Refused);
        Assert.InRange(file.Drafts.Count, 20, file.Source.Table.Rows.Count() - 10);
        var place = file.Places().First(one => one.Name == "Abbey Street");
        Assert.Equal(["plastic", "metal", "paper"], place.Accepts);
        Assert.Equal("No. 10 Abbey Street - Sheltered Housing Complex", place.Address);
        Assert.NotEmpty(Importing.Read(bytes).Places()); // without a mapping as well
    }

    [Fact]
    public void Flensburgs_array_imports_as_it_stands()
    {
        var file = Importing.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "tests/samples/real-flensburg-containers.json")));
        Assert.Empty(file.Refused);
        var place = file.Places().First(one => one.Name == "Adelbyer Kirchenweg");
        Assert.Equal((new GeoPoint(9.460537, 54.787272), "ggü. Hausnr. 115"), (place.Position!.Value, place.Address));
        Assert.Contains(file.Notices, notice => notice.Contains("cat8", StringComparison.Ordinal));
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
