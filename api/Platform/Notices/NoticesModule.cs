using System.Security.Cryptography;
using Jizhou.Public.Api.Platform.Notices.Smtp;
using Jizhou.Public.Api.Platform.Notices.Webhook;

namespace Jizhou.Public.Api.Platform.Notices;

/// <summary>The ways out of the house: a signed webhook and the office's mailbox, each only when it is set.</summary>
public static class NoticesModule
{
    /// <summary>Registers what the settings name. Refuses settings that cannot be right.</summary>
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        var (webhook, smtp) = (WebhookSettings.Of(builder.Configuration), SmtpSettings.Of(builder.Configuration));
        builder.Services.AddSingleton(new BackOff(() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20)));
        builder.Services.AddSingleton(provider => new NoticeChannels(
            webhook is null ? null : new WebhookChannel(WebhookChannel.NewClient(), webhook, provider.GetRequiredService<TimeProvider>()),
            smtp is null ? null : new SmtpChannel(smtp, provider.GetRequiredService<TimeProvider>())));
    }
}
