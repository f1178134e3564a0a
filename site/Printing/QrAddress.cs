using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Printing;

/// <summary>An address of the portal as it stands on paper: a QR code, and the same in letters.</summary>
/// <param name="Picture">The code as SVG, or a mark that the API fills when it knows the portal's address.</param>
/// <param name="Words">The address in letters.</param>
public sealed record QrAddress(string Picture, string Words)
{
    /// <summary>Stands in where the owner has named no address; RFC 2606 keeps it from ever being real.</summary>
    private const string Example = "https://jizhou.example";

    /// <summary>The code of a page, by the owner's settings.</summary>
    public static QrAddress Of(string page, SiteSettings settings) => settings.BaseAddress switch
    {
        "" => new(QrPicture.Of(Example + page), $"示例网址 {Example[8..]}{page}"),
        var mark when mark.StartsWith('%') => new($"%portal:qr:{page}%", mark + page),
        var address => new(QrPicture.Of(address + page), address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..] + page),
    };
}
