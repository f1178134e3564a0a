using System.Collections;
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
            foreach (var (begin, length) in Runs(rows[y]))
            {
                path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{length}v1h-{length}z");
            }
        }

        return $"<path transform=\"scale({scale})\" fill=\"#000000\" d=\"{path}\"/>";
    }

    // Neighbouring dark modules make one rectangle: a third of the length, and no hairlines between them in print.
    private static IEnumerable<(int Begin, int Length)> Runs(BitArray row)
    {
        var begin = -1;
        for (var x = 0; x <= row.Count; x++)
        {
            var dark = x < row.Count && row[x];
            if (dark && begin < 0)
            {
                begin = x;
            }
            else if (!dark && begin >= 0)
            {
                yield return (begin, x - begin);
                begin = -1;
            }
        }
    }
}
