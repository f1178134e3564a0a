using System.Globalization;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>Something that must be told. It holds no words and nothing personal: both are taken from the booking when it goes out.</summary>
/// <param name="Number">Grows with time.</param>
/// <param name="Id">What receivers see, the same for every attempt.</param>
/// <param name="Channel">See <see cref="NoticeChannel"/>.</param>
/// <param name="Event">An event of content/data/bulky/notices.yaml, <c>reminder-3</c>, or a mail of the office.</param>
/// <param name="Reference">The booking; null for a mail of the office.</param>
/// <param name="Sequence">The booking's count of changes when it was written.</param>
/// <param name="AboutDay">The pickup that a reminder is about, or the day of an office mail.</param>
/// <param name="MustRing">Does a person ring when no message arrives?</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="State">See <see cref="NoticeState"/>.</param>
/// <param name="Attempts">Attempts to hand it over.</param>
/// <param name="EndedAt">When it was sent, dropped or given up.</param>
/// <param name="Problem">What went wrong last, or why it was dropped.</param>
/// <param name="HasLaterChange">Is there a later change of the same booking that was told or will be?</param>
/// <param name="ChangeWaits">Is there a change of the same booking that waits in the same channel?</param>
public sealed record Notice(long Number, string Id, string Channel, string Event, string? Reference, int Sequence, DateOnly? AboutDay, bool MustRing,
    DateTimeOffset CreatedAt, DateTimeOffset DueAt, string State, int Attempts, DateTimeOffset? EndedAt, string? Problem, bool HasLaterChange, bool ChangeWaits)
{
    private const string ReminderPrefix = "reminder-";

    /// <summary>Days before the pickup for which a reminder was meant; null for everything else.</summary>
    public int? DaysBefore => Event.StartsWith(ReminderPrefix, StringComparison.Ordinal)
        ? int.Parse(Event.AsSpan(ReminderPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The event of a reminder so many days before.</summary>
    public static string Reminder(int daysBefore) => string.Create(CultureInfo.InvariantCulture, $"{ReminderPrefix}{daysBefore}");
}

/// <summary>Ways out.</summary>
public static class NoticeChannel
{
    /// <summary>The district's text message gateway, or whatever listens there.</summary>
    public const string Webhook = "webhook";

    /// <summary>A person who rings; see the call sheet.</summary>
    public const string Call = "call";

    /// <summary>The office's mailbox.</summary>
    public const string Mail = "mail";

    /// <summary>What operators read.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [Webhook] = "短信网关", [Call] = "打电话", [Mail] = "办公室邮箱" };
}

/// <summary>What became of a notice.</summary>
public static class NoticeState
{
    /// <summary>Not told yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Told.</summary>
    public const string Sent = "sent";

    /// <summary>No longer true when its turn came, or told by a later one.</summary>
    public const string Dropped = "dropped";

    /// <summary>Given up: the receiver refuses it, or it failed too often.</summary>
    public const string Dead = "dead";

    /// <summary>What operators read.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [Waiting] = "等着发", [Dead] = "发不出去", [Sent] = "已发", [Dropped] = "不用发了" };
}
