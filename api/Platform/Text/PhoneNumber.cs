using System.Text;

namespace Jizhou.Public.Api.Platform.Text;

/// <summary>
/// A Chinese phone number in one form (digits only): 11 digits of a mobile phone, or area code and number of a landline.
/// People write it with spaces, +86, full-width digits; all of these are the same number.
/// </summary>
public readonly record struct PhoneNumber
{
    private const string LocalAreaCode = "022"; // Tianjin: what eight digits without an area code mean here

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The number, digits only, e.g. <c>13800001234</c> or <c>02212345678</c>.</summary>
    public string Digits { get; }

    /// <summary>The last four digits, by which a resident finds a booking again.</summary>
    public string Ending => Digits[^4..];

    /// <summary>The number with its middle hidden: <c>138****1234</c>, <c>022****5678</c>.</summary>
    public string Masked => $"{Digits[..3]}****{Ending}";

    /// <summary>Is it a mobile phone? A landline takes no text messages.</summary>
    public bool TakesTexts => IsMobile(Digits);

    /// <summary>Reads what a person wrote; refuses everything that is no mobile number and no landline.</summary>
    public static bool TryParse(string? text, out PhoneNumber phone)
    {
        phone = default;
        if (text is null || text.Length > 40 || Digitise(text) is not { } digits)
        {
            return false;
        }

        digits = WithoutCountry(digits);
        if (digits.Length == 8 && digits[0] is >= '2' and <= '8')
        {
            digits = LocalAreaCode + digits;
        }

        if (!IsMobile(digits) && !IsLandline(digits))
        {
            return false;
        }

        phone = new PhoneNumber(digits);
        return true;
    }

    /// <summary>The four digits a person gives in a look-up, full-width digits included; null when they are not four digits.</summary>
    public static string? ParseEnding(string? text) =>
        text is { Length: <= 20 } && Digitise(text) is { Length: 4 } digits && digits[0] != '+' ? digits : null;

    /// <summary>A stored number; it was parsed when it was stored.</summary>
    public static PhoneNumber FromStored(string digits) => new(digits);

    /// <summary>The masked form; the number itself never gets into a log by accident.</summary>
    public override string ToString() => Digits is null ? "" : Masked;

    private static string? Digitise(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in HalfWidth.Of(text).Trim())
        {
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
            {
                digits.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && !"-()._‐‑–—".Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    private static string WithoutCountry(string digits) => digits switch
    {
        ['+', '8', '6', .. var rest] => WithTrunkZero(rest),
        ['0', '0', '8', '6', .. var rest] => WithTrunkZero(rest),
        ['8', '6', '1', ..] when digits.Length == 13 => digits[2..],
        _ => digits,
    };

    // +86 22 1234 5678 drops the 0 of the area code.
    private static string WithTrunkZero(string rest) => rest is ['0', ..] || IsMobile(rest) ? rest : "0" + rest;

    private static bool IsMobile(string digits) => digits.Length == 11 && digits is ['1', >= '3' and <= '9', ..];

    // Two-digit area codes (010, 02x) go with eight digits, three-digit ones with seven or eight.
    private static bool IsLandline(string digits) => digits switch
    {
        ['0', '1', '0', >= '2' and <= '8', ..] or ['0', '2', _, >= '2' and <= '8', ..] => digits.Length == 11,
        ['0', >= '3' and <= '9', _, _, >= '2' and <= '8', ..] => digits.Length is 11 or 12,
        _ => false,
    };
}
