namespace Jizhou.Public.Api.Platform.Notices.Smtp;

/// <summary>The mail server said no, or something that is no SMTP.</summary>
public sealed class SmtpFailureException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The command that failed: <c>RCPT TO</c>.</param>
    /// <param name="code">Reply code; 0 when there was none.</param>
    /// <param name="isFinal">Would the same mail be refused again? Only a 5xx about this mail is final; one about us (sign-in, encryption) can be mended.</param>
    public SmtpFailureException(string step, int code, bool isFinal)
        : base(code == 0 ? $"邮件服务器在 {step} 时回答不对" : $"邮件服务器在 {step} 时回答 {code}")
    {
        (Code, IsFinal) = (code, isFinal);
    }

    /// <summary>Reply code; 0 when there was none.</summary>
    public int Code { get; }

    /// <summary>Would the same mail be refused again?</summary>
    public bool IsFinal { get; }
}
