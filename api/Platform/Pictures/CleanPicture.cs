namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>
/// Reads a picture that a stranger sent and writes it again without anything that is not needed to show it: no place, no camera, no
/// comment, no preview, nothing after the end. By hand, segment by segment: no decoder runs over foreign bytes on the server.
/// </summary>
public static class CleanPicture
{
    /// <summary>Most pixels of a picture; a phone's largest common photo has 12 to 24 million when the browser did not scale it down.</summary>
    public const long MostPixels = 25_000_000;

    /// <summary>Longest side in pixels.</summary>
    public const int LongestSide = 12_000;

    private static readonly byte[][] Others =
    [
        [.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [.. "%PDF-"u8], [.. "Rar!"u8], [0x37, 0x7A, 0xBC, 0xAF], [.. "<?php"u8], [.. "<html"u8], [.. "<!DOCTYPE"u8], [.. "<script"u8],
        [.. "<svg"u8], [.. "\u007FELF"u8], [.. "This program cannot be run"u8],
    ];

    /// <summary>
    /// The picture alone. Throws the refusal (field <c>photo</c>) for what is no JPEG, PNG or WebP, is cut off, has more than
    /// <paramref name="mostBytes"/> or <see cref="MostPixels"/>, moves, or carries another file.
    /// </summary>
    public static Picture Of(ReadOnlySpan<byte> file, int mostBytes)
    {
        if (file.Length > mostBytes)
        {
            throw PictureRefusals.MoreThan(mostBytes);
        }

        return file switch
        {
            [0xFF, 0xD8, 0xFF, ..] => JpegFile.Rewrite(file),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngFile.Rewrite(file),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebpFile.Rewrite(file),
            _ => throw PictureRefusals.Is(WhatItIs(file)),
        };
    }

    /// <summary>Refuses sizes that nobody can show.</summary>
    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw PictureRefusals.Broken();
        }

        if (width > LongestSide || height > LongestSide || width * height > MostPixels)
        {
            throw PictureRefusals.TooManyPixels(width, height);
        }
    }

    /// <summary>What follows a picture: cameras append previews and films, which are left out; another kind of file is refused.</summary>
    internal static void CheckRest(ReadOnlySpan<byte> rest)
    {
        foreach (var other in Others)
        {
            if (rest.IndexOf(other) >= 0)
            {
                throw PictureRefusals.Carries();
            }
        }
    }

    private static string WhatItIs(ReadOnlySpan<byte> file) => file switch
    {
        [] => "文件是空的",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "这是 GIF 图",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', ..] => "这是 HEIC 照片，多数浏览器打不开",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "这是视频或 AVIF 文件",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "这是 PDF 文件",
        [(byte)'B', (byte)'M', ..] => "这是 BMP 图",
        _ when file[..Math.Min(file.Length, 1024)].IndexOf("<svg"u8) >= 0 => "这是 SVG 图",
        _ => "这个文件不是照片",
    };
}
