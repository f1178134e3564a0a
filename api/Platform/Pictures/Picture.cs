namespace Jizhou.Public.Api.Platform.Pictures;

/// <summary>A picture with nothing in it but the picture.</summary>
/// <param name="MediaType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>, found in the content.</param>
/// <param name="Width">Pixels, before turning.</param>
/// <param name="Height">Pixels, before turning.</param>
/// <param name="Turn">How the camera was held, 1 to 8 as in EXIF; it stood in the metadata, so whoever shows the picture must turn it (1: as it is).</param>
/// <param name="Bytes">The file.</param>
public sealed record Picture(string MediaType, int Width, int Height, int Turn, byte[] Bytes);
