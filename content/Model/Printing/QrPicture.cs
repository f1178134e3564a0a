using System.Globalization;
using System.Text;
using QRCoder;

namespace Jizhou.Public.Content;

/// <summary>A QR code as an SVG path in a square of 100 × 100, quiet zone included.</summary>
public static class QrPicture
{
    /// <summary>The path element. Error correction M: a sign on a bin gets dirty.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var scale = (100.0 / rows.Count).ToString("0.####", CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                {
                    continue;
                }

                var begin = x;
                while (x + 1 < rows.Count && rows[y][x + 1])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{x + 1 - begin}v1h-{x + 1 - begin}z");
            }
        }

        return $"<path transform=\"scale({scale})\" fill=\"#000000\" d=\"{path}\"/>";
    }
}
