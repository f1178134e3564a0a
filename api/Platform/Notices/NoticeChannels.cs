using Jizhou.Public.Api.Platform.Notices.Smtp;
using Jizhou.Public.Api.Platform.Notices.Webhook;

namespace Jizhou.Public.Api.Platform.Notices;

/// <summary>The channels that are set.</summary>
/// <param name="Webhook">Hands events on; null when it is not set.</param>
/// <param name="Mail">Writes to the office; null when it is not set.</param>
public sealed record NoticeChannels(WebhookChannel? Webhook, SmtpChannel? Mail)
{
    /// <summary>
    /// Does a text message reach a resident? Only through a gateway that is given the phone number; a page promises a
    /// reminder only then. Residents have no e-mail here: the mailbox is the office's.
    /// </summary>
    public bool ReachResidents => Webhook is { IncludesPhone: true };
}
