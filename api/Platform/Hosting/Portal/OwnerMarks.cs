using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>
/// Fills the marks that the site build leaves for the owner's settings (<c>build --for api</c>), so that a changed setting
/// needs a new start and not a new build.
/// </summary>
public sealed partial class OwnerMarks(PortalAddress address, IConfiguration configuration)
{
    private static readonly string[] Endings = [".html", ".xml", ".txt"];

    /// <summary>Whether a file of this name can hold marks at all; scripts, styles and pictures cannot.</summary>
    public static bool MayStandIn(string name) => Endings.Contains(Path.GetExtension(name), StringComparer.Ordinal);

    /// <summary>The content with every mark filled, as UTF-8.</summary>
    public byte[] Fill(byte[] content) => Encoding.UTF8.GetBytes(new StringBuilder(QrCodes(Encoding.UTF8.GetString(content)))
        .Replace("%portal:base%", HtmlEncoder.Default.Encode(address.Public))
        .Replace("%portal:api%", HtmlEncoder.Default.Encode(Settings.PortalApiBaseAddress.Of(configuration).TrimEnd('/')))
        .Replace("%portal:owner%", Footer)
        .Replace("%portal:map-note%", HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(MapNote.Of(configuration)))
        .Replace("%portal:map-key%", Text(Settings.PortalMapKey))
        .ToString());

    // A QR code holds a whole address, so it can only be drawn once the portal's own is known.
    private string QrCodes(string text) => text.Contains("%portal:qr:", StringComparison.Ordinal)
        ? QrMark().Replace(text, mark => QrPicture.Of(address.Public + mark.Groups["path"].Value))
        : text;

    [GeneratedRegex("%portal:qr:(?<path>/[a-z0-9/-]*)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QrMark();

    private string Footer => Text(Settings.PortalOwner) is { Length: > 0 } owner
        ? $"主办：{owner}{Filing("，网站标识码 ", Settings.PortalSiteCode)}{Filing("，", Settings.PortalIcp)}{Filing("，", Settings.PortalPolice)}{Filing("，审图号 ", Settings.PortalMapApproval)}"
        : "演示站点，不代表任何机关。";

    private string Filing(string before, Setting setting) => Text(setting) is { Length: > 0 } number ? before + number : "";

    private string Text(Setting setting) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(setting.Of(configuration).Trim());
}
