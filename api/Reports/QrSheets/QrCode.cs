using System.Globalization;
using System.Text;
using QRCoder;

namespace Jizhou.Public.Api.Reports.QrSheets;

/// <summary>A QR code as one SVG path: sharp at any size, a few kilobytes, and nothing that a strict page policy forbids.</summary>
public static class QrCode
{
    /// <summary>The SVG of a text, with the quiet zone of four modules that readers need. Level Q: a quarter of it may be dirty.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="label">What the picture is, for those who do not see it.</param>
    public static string Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    var start = x;
                    while (x < rows[y].Count && rows[y][x])
                    {
                        x++;
                    }

                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\" shape-rendering=\"crispEdges\"><rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
