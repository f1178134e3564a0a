using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Jizhou.Public.Api.Platform.Notices.Smtp;

/// <summary>
/// Hands mails to the office's mailbox. A small client of our own, because the framework's has no encryption from the first byte
/// (port 465), which is what mail providers here offer, and MailKit does not restore.
/// </summary>
/// <param name="settings">Server and mailbox.</param>
/// <param name="time">The clock of the Date header.</param>
/// <param name="trust">Whom to trust beside the machine's authorities; null for nobody.</param>
public sealed class SmtpChannel(SmtpSettings settings, TimeProvider time, RemoteCertificateValidationCallback? trust = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>One attempt. A 4xx is tried again; a 5xx about this mail is not.</summary>
    /// <param name="id">The same for every attempt; it becomes the Message-ID, by which mailboxes drop doubles.</param>
    /// <param name="subject">One line, any characters.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="cancellationToken">Ends with the server.</param>
    public async Task<Delivery> SendAsync(string id, string subject, string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var connection = await GreetAsync(patience.Token);
            var refused = await HandOverAsync(connection, MailText.Write(settings, id, subject, text, time.GetUtcNow()), patience.Token);
            return refused == 0 ? Delivery.Sent : new Delivery(DeliveryOutcome.Sent, $"有 {refused} 个收件人被邮件服务器拒收");
        }
        catch (SmtpFailureException failure)
        {
            return failure.IsFinal ? Delivery.Never(failure.Message) : Delivery.Later(failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Later($"邮件服务器 {Patience.TotalSeconds:0} 秒没有答完");
        }
        catch (AuthenticationException)
        {
            return Delivery.Later("邮件服务器的证书不可信，或加密没有谈成");
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return Delivery.Later("连不上邮件服务器，或连接断了");
        }
    }

    private async Task<SmtpConnection> GreetAsync(CancellationToken cancellationToken)
    {
        var connection = await SmtpConnection.OpenAsync(settings.Host, settings.Port, trust, cancellationToken);
        try
        {
            if (settings.Security == SmtpSecurity.Tls)
            {
                await connection.EncryptAsync(cancellationToken);
            }

            (await connection.ReplyAsync(cancellationToken)).Expect(2, "问候");
            var offers = await HelloAsync(connection, cancellationToken);
            if (settings.Security == SmtpSecurity.StartTls)
            {
                (await connection.AskAsync("STARTTLS", cancellationToken)).Expect(2, "STARTTLS");
                await connection.EncryptAsync(cancellationToken);
                offers = await HelloAsync(connection, cancellationToken); // what was said in clear text does not count
            }

            if (settings.User.Length > 0)
            {
                await SignInAsync(connection, offers, cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<IReadOnlyList<string>> HelloAsync(SmtpConnection connection, CancellationToken cancellationToken) =>
        (await connection.AskAsync("EHLO " + connection.OwnName, cancellationToken)).Expect(2, "EHLO").Lines;

    private async Task SignInAsync(SmtpConnection connection, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        var ways = offers.FirstOrDefault(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (ways.Contains("PLAIN"))
        {
            (await connection.AskAsync("AUTH PLAIN " + Base64($"\0{settings.User}\0{settings.Password}"), cancellationToken)).Expect(2, "AUTH");
            return;
        }

        if (!ways.Contains("LOGIN"))
        {
            throw new SmtpFailureException("AUTH", 0, isFinal: false);
        }

        (await connection.AskAsync("AUTH LOGIN", cancellationToken)).Expect(3, "AUTH");
        (await connection.AskAsync(Base64(settings.User), cancellationToken)).Expect(3, "AUTH");
        (await connection.AskAsync(Base64(settings.Password), cancellationToken)).Expect(2, "AUTH");
    }

    // Answers how many of several receivers were refused; when all were, that is the failure.
    private async Task<int> HandOverAsync(SmtpConnection connection, byte[] mail, CancellationToken cancellationToken)
    {
        (await connection.AskAsync($"MAIL FROM:<{settings.From}>", cancellationToken)).Expect(2, "MAIL FROM", isAboutMail: true);
        List<SmtpReply> refused = [];
        foreach (var receiver in settings.To)
        {
            var reply = await connection.AskAsync($"RCPT TO:<{receiver}>", cancellationToken);
            if (reply.Code / 100 != 2)
            {
                refused.Add(reply);
            }
        }

        if (refused.Count == settings.To.Count)
        {
            (refused.Find(r => r.Code / 100 == 4) ?? refused[0]).Expect(2, "RCPT TO", isAboutMail: true);
        }

        (await connection.AskAsync("DATA", cancellationToken)).Expect(3, "DATA", isAboutMail: true);
        await connection.SendAsync(mail, cancellationToken);
        (await connection.ReplyAsync(cancellationToken)).Expect(2, "DATA", isAboutMail: true);
        await QuitAsync(connection, cancellationToken);
        return refused.Count;
    }

    // It has the mail; how it says goodbye no longer matters.
    private static async Task QuitAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.AskAsync("QUIT", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SmtpFailureException)
        {
            // nothing is lost
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
