using System.Buffers.Binary;
using System.IO.Compression;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Pictures;
using MetadataExtractor;

namespace Jizhou.Public.UnitTests.Platform.Pictures;

/// <summary>A photo keeps nothing but the photo; what is no photo is refused in words.</summary>
public sealed class CleanPictureTests
{
    private const int Most = 1_000_000;

    // What describes the picture itself and not who took it where.
    private static readonly string[] Structure = ["JPEG", "JpegDHT", "Huffman", "File Type", "File", "PNG-IHDR", "PNG-PLTE", "PNG-tRNS", "WebP"];

    public static TheoryData<string, byte[], int> FromPhones => new()
    {
        { "image/jpeg", TestPictures.JpegFromAPhone(), 6 },
        { "image/png", TestPictures.PngFromAPhone(), 3 },
        { "image/webp", TestPictures.WebpFromAPhone(), 8 },
    };

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], "picture_unknown" },
        { "svg", [.. "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8], "picture_unknown" },
        { "gif", [.. "GIF89a"u8, .. new byte[20]], "picture_unknown" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[20]], "picture_unknown" },
        { "pdf", [.. "%PDF-1.7"u8, .. new byte[20]], "picture_unknown" },
        { "html called jpg", [.. "<html><script>alert(1)</script>"u8], "picture_unknown" },
        { "a moving webp", Webp([.. TestPictures.WebpChunk("VP8X", new byte[10]), .. TestPictures.WebpChunk("ANIM", new byte[6])]), "picture_unknown" },
        { "jpeg and zip", [.. TestPictures.Plain("photo.jpg"), .. "PK\x03\x04"u8, .. new byte[30]], "picture_not_only" },
        { "png and page", [.. TestPictures.Plain("photo.png"), .. "\n<html><body>"u8], "picture_not_only" },
        { "webp and pdf", [.. TestPictures.Plain("photo.webp"), .. "%PDF-1.4"u8], "picture_not_only" },
        { "a png that unpacks to more than it says", Bomb(8, 8, 5_000_000), "picture_damaged" },
        { "a png of 60,000 by 60,000", Bomb(60_000, 60_000, 100), "picture_too_large" },
        { "more bytes than allowed", new byte[Most + 1], "picture_too_large" },
        { "a jpeg table with something behind it", WithTable(), "picture_damaged" },
    };

    [Theory]
    [MemberData(nameof(FromPhones))]
    public void Place_camera_time_and_comments_go_and_only_how_it_was_held_is_told(string type, byte[] file, int turn)
    {
        var before = Read(file);
        Assert.True(before.Exists(t => t.Directory == "GPS" && t.Value.StartsWith("40°", StringComparison.Ordinal)), string.Join("; ", before));

        var picture = CleanPicture.Of(file, Most);

        Assert.Equal((type, 96, 64, turn), (picture.MediaType, picture.Width, picture.Height, picture.Turn));
        var after = Read(picture.Bytes);
        Assert.NotEmpty(after);
        Assert.Empty(after.Where(t => !Structure.Contains(t.Directory)));
        Assert.All((string[])["JZPhone", "Exif", "xmpmeta", "家门口", "Zhang", "ICC", "Photoshop"], word => Assert.True(picture.Bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, word));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.webp")]
    [InlineData("transparent.png")]
    [InlineData("transparent.webp")]
    public void A_clean_picture_stays_as_it_is_and_every_shorter_one_is_refused(string name)
    {
        var once = CleanPicture.Of(TestPictures.Plain(name), Most);
        Assert.Equal(once.Bytes, CleanPicture.Of(once.Bytes, Most).Bytes);
        Assert.All(Enumerable.Range(0, once.Bytes.Length), length => Assert.Throws<RefusedException>(() => CleanPicture.Of(once.Bytes.AsSpan(0, length), Most)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_photo_is_refused_in_words(string what, byte[] file, string code)
    {
        var refusal = Assert.Throws<RefusedException>(() => CleanPicture.Of(file, Most)).Refusal;
        Assert.True(code == refusal.Code, $"{what}: {refusal.Code}");
        Assert.Equal("photo", Assert.Single(refusal.Fields).Field);
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.webp")]
    [InlineData("transparent.png")]
    public void Ten_thousand_broken_files_end_in_a_refusal_or_a_picture(string name)
    {
        var (plain, random, pictures) = (TestPictures.Plain(name), new Random(20261126), 0);
        for (var i = 0; i < 10_000; i++)
        {
            var file = plain.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            try
            {
                pictures += CleanPicture.Of(file, Most).Bytes.Length > 0 ? 1 : 0;
            }
            catch (RefusedException)
            {
                // the expected "no"
            }
        }

        Assert.InRange(pictures, 0, 9_999);
    }

    [Fact]
    public void What_a_camera_appends_is_left_out()
    {
        var file = TestPictures.Plain("photo.jpg");
        var picture = CleanPicture.Of([.. file, .. "\0\0\0\u0018ftypmp42 a short film with a place: 40.0452"u8], Most);
        Assert.Equal(CleanPicture.Of(file, Most).Bytes, picture.Bytes);
    }

    private static List<(string Directory, string Value)> Read(byte[] file) =>
        [.. ImageMetadataReader.ReadMetadata(new MemoryStream(file)).SelectMany(d => d.Tags.Select(t => (d.Name, t.Description ?? "")))];

    private static byte[] Webp(byte[] chunks)
    {
        byte[] all = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks];
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        return all;
    }

    private static byte[] Bomb(int width, int height, int raw)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(new byte[raw]);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. TestPictures.Chunk("IHDR", header), .. TestPictures.Chunk("IDAT", packed.ToArray()), .. TestPictures.Chunk("IEND", [])];
    }

    private static byte[] WithTable()
    {
        var plain = TestPictures.Plain("photo.jpg");
        return [.. plain[..2], .. TestPictures.Segment(0xDB, [0, .. new byte[64], .. "hidden"u8]), .. plain[2..]];
    }
}
