namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>A notice to be written.</summary>
/// <param name="Once">What must not be told twice: a second one with the same text is not written.</param>
/// <param name="Channel">See <see cref="NoticeChannel"/>.</param>
/// <param name="Event">What happened.</param>
/// <param name="Reference">The booking; null for a mail of the office.</param>
/// <param name="Sequence">The booking's count of changes.</param>
/// <param name="AboutDay">The pickup that a reminder is about, or the day of an office mail.</param>
/// <param name="MustRing">Does a person ring when no message arrives?</param>
/// <param name="DueAt">Not before.</param>
public sealed record NewNotice(string Once, string Channel, string Event, string? Reference, int Sequence, DateOnly? AboutDay, bool MustRing, DateTimeOffset DueAt);
