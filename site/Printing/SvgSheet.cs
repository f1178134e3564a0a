using System.Net;
using System.Text;
using Jizhou.Public.Site.Components;

namespace Jizhou.Public.Site.Printing;

/// <summary>Draws one print sheet as SVG. Units are millimetres of an A4 sheet (or pixels of a screen); colours are presentation attributes, so that a strict policy lets them stand.</summary>
/// <param name="width">Width of the sheet.</param>
/// <param name="height">Height of the sheet.</param>
public sealed class SvgSheet(double width, double height)
{
    private const string Fonts = "PingFang SC, Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif";
    private const string NotFirst = "，。、；：）》！？”";
    private const double HalfWidth = 0.55;

    private readonly StringBuilder _body = new();

    /// <summary>A rectangle; corners may be round.</summary>
    public SvgSheet Rectangle(double x, double y, double w, double h, string fill, double round = 0)
    {
        _body.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\" rx=\"{N(round)}\" fill=\"{fill}\"/>");
        return this;
    }

    /// <summary>An empty frame.</summary>
    public SvgSheet Frame(double x, double y, double w, double h, string colour, double stroke = 0.5, string dashes = "none")
    {
        _body.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(stroke)}\" stroke-dasharray=\"{dashes}\"/>");
        return this;
    }

    /// <summary>One line of text on its baseline. anchor: start, middle or end.</summary>
    public SvgSheet Text(double x, double y, double size, string text, string fill = "#1a1f1c", string anchor = "start", bool bold = false)
    {
        _body.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\" text-anchor=\"{anchor}\"{(bold ? " font-weight=\"700\"" : "")}>{WebUtility.HtmlEncode(text)}</text>");
        return this;
    }

    /// <summary>The place where the inn's own name appears when the operator types it in.</summary>
    public SvgSheet NameLine(double x, double y, double size, string fill, string anchor = "start")
    {
        _body.Append($"<text data-inn-name=\"\" x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\" text-anchor=\"{anchor}\" font-weight=\"700\"></text>");
        return this;
    }

    /// <summary>Text that is broken into lines of a width; answers the baseline after the last line.</summary>
    public double Block(double x, double y, double w, double size, string text, string fill = "#1a1f1c", double leading = 1.4, bool bold = false)
    {
        foreach (var line in Lines(text, w / size))
        {
            Text(x, y, size, line, fill, bold: bold);
            y += size * leading;
        }

        return y;
    }

    /// <summary>The 示意图形 of a category, as lines in one colour.</summary>
    public SvgSheet Sign(string category, double x, double y, double size, string colour, double stroke = 3)
    {
        _body.Append($"<svg x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(size)}\" height=\"{N(size)}\" viewBox=\"0 0 48 48\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(stroke)}\" stroke-linejoin=\"round\" stroke-linecap=\"round\">{CategorySign.ShapeOf(category)}</svg>");
        return this;
    }

    /// <summary>A QR code on white, with the address below it in plain text.</summary>
    public SvgSheet Qr(QrAddress address, double x, double y, double size, double textSize, string textColour = "#1a1f1c")
    {
        Rectangle(x, y, size, size, "#ffffff");
        _body.Append($"<svg x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(size)}\" height=\"{N(size)}\" viewBox=\"0 0 100 100\" shape-rendering=\"crispEdges\">{address.Picture}</svg>");
        return Text(x + size, y + size + (textSize * 1.3), textSize, address.Words, textColour, "end");
    }

    /// <summary>The whole picture; the label says to a screen reader what it shows.</summary>
    public string ToSvg(string label) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" font-family=\"{Fonts}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">{_body}</svg>";

    /// <summary>Breaks Chinese anywhere except before closing marks; Latin letters count a little more than half.</summary>
    public static IReadOnlyList<string> Lines(string text, double widest)
    {
        List<string> lines = [];
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var letter in text)
        {
            var wide = letter < 0x2000 ? HalfWidth : 1;
            if (used + wide > widest && !NotFirst.Contains(letter))
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(letter);
            used += wide;
        }

        return line.Length == 0 ? lines : [.. lines, line.ToString()];
    }

    private static string N(double value) => value.ToString("0.##");
}
