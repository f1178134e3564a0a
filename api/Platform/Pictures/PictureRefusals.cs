using System.Globalization;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>Why a picture from a stranger is not kept.</summary>
public static class PictureRefusals
{
    public static readonly RefusalKind Unknown = new(
        "picture_unknown", 422, "这个文件不是能用的照片", "只收 JPEG、PNG、WebP 的静态图；按内容判断，不看文件名和类型声明。SVG、GIF、HEIC、PDF 等不收。");

    public static readonly RefusalKind Damaged = new(
        "picture_damaged", 422, "照片文件不完整", "文件被截断，或里面有不合格式的数据；重新拍一张，或重新保存后再传。");

    public static readonly RefusalKind TooLarge = new(
        "picture_too_large", 422, "照片太大", "文件超过 Limits:PhotoBytes，或像素超过两千五百万（单边一万二千）；先缩小再传。");

    public static readonly RefusalKind NotOnlyAPicture = new(
        "picture_not_only", 422, "照片里夹带了别的文件", "图像后面接着压缩包、PDF、网页或程序；只传照片本身。");

    /// <summary>What it is instead, in words.</summary>
    internal static RefusedException Is(string what) => Because(Unknown, $"{what}。请传手机拍的照片（JPEG），或 PNG、WebP 图片；也可以不传照片。");

    /// <summary>The file does not hold what it promises.</summary>
    internal static RefusedException Broken() => Because(Damaged, "照片文件不完整或已损坏。请重新拍一张再传，也可以不传照片。");

    /// <summary>More bytes than we keep.</summary>
    internal static RefusedException MoreThan(int bytes) =>
        Because(TooLarge, string.Create(CultureInfo.InvariantCulture, $"照片文件超过 {bytes / 1_048_576.0:0.#} MB。请用小一点的照片，也可以不传照片。"));

    /// <summary>More pixels than we keep.</summary>
    internal static RefusedException TooManyPixels(long width, long height) =>
        Because(TooLarge, string.Create(CultureInfo.InvariantCulture, $"照片有 {width}×{height} 像素，太大了。请缩小后再传，也可以不传照片。"));

    /// <summary>Another file follows.</summary>
    internal static RefusedException Carries() => Because(NotOnlyAPicture, "照片后面还接着别的文件，没有保存。请传照片本身，也可以不传照片。");

    private static RefusedException Because(RefusalKind kind, string detail) =>
        new(kind.Because(detail) with { Fields = [new("photo", kind.Code, detail)] });
}
