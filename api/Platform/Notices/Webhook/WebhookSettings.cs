using System.Text;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Notices.Webhook;

/// <summary>Where events go and how they are signed.</summary>
/// <param name="Url">The receiver.</param>
/// <param name="Key">Key of the signature.</param>
/// <param name="IncludesPhone">May the phone number stand in the body? A gateway that sends text messages needs it.</param>
/// <param name="Timeout">How long one attempt may take.</param>
public sealed record WebhookSettings(Uri Url, byte[] Key, bool IncludesPhone, TimeSpan Timeout)
{
    private const string Base64Prefix = "whsec_";
    private const int LeastSecretLength = 16;
    private const int MostSeconds = 120;

    /// <summary>The settings; null when no receiver is named. Refuses an address that would send in clear text over a network, and a missing or short secret.</summary>
    public static WebhookSettings? Of(IConfiguration configuration)
    {
        if (Settings.WebhookUrl.Of(configuration) is not { Length: > 0 } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            throw Settings.WebhookUrl.Wrong(configuration, "应为 https:// 开头的完整网址，不带用户名、密码和 #");
        }

        if (url.Scheme == "http" && !url.IsLoopback && !Settings.WebhookAllowHttp.YesOrNoOf(configuration))
        {
            throw Settings.WebhookUrl.Wrong(configuration, "不是本机的地址要用 https；内网确实没有 https 时，设 Webhook:AllowHttp 为 true");
        }

        return new WebhookSettings(url, KeyOf(Settings.WebhookSecret.Of(configuration)), Settings.WebhookIncludePhone.YesOrNoOf(configuration),
            TimeSpan.FromSeconds(Math.Min(Settings.WebhookTimeoutSeconds.NumberOf(configuration, least: 1), MostSeconds)));
    }

    // The value itself never stands in the message, unlike that of other settings.
    private static byte[] KeyOf(string secret)
    {
        if (secret.StartsWith(Base64Prefix, StringComparison.Ordinal))
        {
            var bytes = new byte[secret.Length];
            return Convert.TryFromBase64String(secret[Base64Prefix.Length..], bytes, out var length) && length >= LeastSecretLength
                ? bytes[..length]
                : throw Refused("whsec_ 后面应为 base64，解出至少 16 个字节");
        }

        return secret.Length >= LeastSecretLength ? Encoding.UTF8.GetBytes(secret) : throw Refused($"至少 {LeastSecretLength} 个字符");
    }

    private static StartFailedException Refused(string right) => new(
        $"无法启动：设了 Webhook:Url，Webhook:Secret 却没有设或不对，{right}。", "Mend: set Webhook:Secret, e.g. to the output of openssl rand -hex 32.");
}
