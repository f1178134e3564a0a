using System.Text;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Import;

/// <summary>Short words for reading and planning a file.</summary>
internal static class Importing
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    public static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    public static ImportFile Read(string text, string? crs = "wgs84", string? mapping = null) => Read(Encoding.UTF8.GetBytes(text), crs, mapping);

    public static ImportFile Read(byte[] bytes, string? crs = "wgs84", string? mapping = null) => ImportFile.Read(
        bytes, new ImportOptions { FileName = "test.csv", Crs = crs, Mapping = mapping }, TestPlaces.Content.Places, TestPlaces.Content.Geo);

    public static string Refusal(byte[] bytes, string? crs = "wgs84", string? mapping = null) => Assert.ThrowsAny<ImportFailedException>(() => Read(bytes, crs, mapping)).Message;

    public static string Refusal(string text, string? crs = "wgs84", string? mapping = null) => Refusal(Encoding.UTF8.GetBytes(text), crs, mapping);

    public static ImportReport Plan(this ImportFile file, ImportScope? scope = null, params Place[] standing) =>
        PlanImport.Of(file, new PlacesOnRecord(standing, []), scope ?? ImportScope.Additions);

    public static Place[] Places(this ImportFile file) => [.. file.Plan().Added];
}
