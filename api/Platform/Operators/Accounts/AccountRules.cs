using System.Security.Cryptography;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>What names and passwords of accounts must be; each answer is a sentence for people, null when all is well.</summary>
public static class AccountRules
{
    private const int ShortestPassword = 10;
    private const int LongestPassword = 200;

    // Without letters and digits that look alike.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A password nobody guesses (99 bits), readable over the phone.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(Readable, 20);

    /// <summary>Why a name cannot be one.</summary>
    public static string? WhyNotName(string name) =>
        OperatorStore.Normalise(name) is { Length: >= 2 and <= 40 } normal && !normal.Any(char.IsControl) ? null : "名字应为 2–40 个字";

    /// <summary>Why a password cannot be one: length counts, not signs (NIST SP 800-63B 5.1.1.2).</summary>
    public static string? WhyNotPassword(string password, string name) => password.Length switch
    {
        < ShortestPassword => $"密码至少 {ShortestPassword} 个字符",
        > LongestPassword => $"密码最多 {LongestPassword} 个字符",
        _ when password.Contains(OperatorStore.Normalise(name), StringComparison.OrdinalIgnoreCase) && password.Length < 2 * ShortestPassword => "密码里不要有用户名",
        _ when password.Distinct().Count() < 4 => "密码太简单，请换几个不同的字符",
        _ => null,
    };
}
