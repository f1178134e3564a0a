using System.Net;
using System.Net.Mail;
using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Notices.Smtp;

/// <summary>The mail server and the office's mailbox.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="User">Account; blank for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="From">Sender, ASCII.</param>
/// <param name="To">Receivers, ASCII, at least one.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string User, string Password, string From, IReadOnlyList<string> To)
{
    /// <summary>The settings; null when no server is named. Refuses addresses that are none, and a password that would cross a network in clear text.</summary>
    public static SmtpSettings? Of(IConfiguration configuration)
    {
        if (Settings.SmtpHost.Of(configuration) is not { Length: > 0 } host)
        {
            return null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw Settings.SmtpHost.Wrong(configuration, "应为邮件服务器的名字或 IP");
        }

        var security = SecurityOf(configuration);
        var user = Settings.SmtpUser.Of(configuration);
        if (user.Length > 0 && security == SmtpSecurity.None && !IsLoopback(host))
        {
            throw Settings.SmtpSecurity.Wrong(configuration, "有密码时应为 tls 或 starttls，否则密码明文过网");
        }

        var to = Settings.SmtpTo.ListOf(configuration);
        return new SmtpSettings(host, PortOf(configuration, security), security, user, Settings.SmtpPassword.Of(configuration),
            IsAddress(Settings.SmtpFrom.Of(configuration)) ? Settings.SmtpFrom.Of(configuration) : throw Settings.SmtpFrom.Wrong(configuration, "应为一个邮箱，例如 name@example.com"),
            to.Length > 0 && to.All(IsAddress) ? to : throw Settings.SmtpTo.Wrong(configuration, "应为一个或几个邮箱，用逗号分开"));
    }

    private static SmtpSecurity SecurityOf(IConfiguration configuration) => Settings.SmtpSecurity.Of(configuration) switch
    {
        "tls" => SmtpSecurity.Tls,
        "starttls" => SmtpSecurity.StartTls,
        "none" => SmtpSecurity.None,
        _ => throw Settings.SmtpSecurity.Wrong(configuration, "应为 tls、starttls 或 none"),
    };

    private static int PortOf(IConfiguration configuration, SmtpSecurity security)
    {
        if (Settings.SmtpPort.Of(configuration).Length == 0)
        {
            return security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, _ => 25 };
        }

        var port = Settings.SmtpPort.NumberOf(configuration, least: 1);
        return port <= ushort.MaxValue ? port : throw Settings.SmtpPort.Wrong(configuration, "应不超过 65535");
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // Printable ASCII without blanks: nothing that could end a line of the protocol or of the mail's head.
    private static bool IsAddress(string text) =>
        text.All(c => c is > ' ' and <= '~' and not ('<' or '>' or ',')) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>From the first byte (port 465).</summary>
    Tls,

    /// <summary>After a command in clear text (port 587); refused when the server does not offer it.</summary>
    StartTls,

    /// <summary>Not at all, for a relay on the same machine.</summary>
    None,
}
