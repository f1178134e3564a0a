using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>A report as stored.</summary>
/// <param name="Ticket">Its number, without hyphens.</param>
/// <param name="Follows">Ticket of the case it joined; null when it is a case itself.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Place">Id of the place; null for a spot.</param>
/// <param name="PlaceName">The place's name when it was reported.</param>
/// <param name="Township">9-digit code.</param>
/// <param name="Village">12-digit code; null once erased.</param>
/// <param name="Position">Where; null once erased.</param>
/// <param name="State">Where it stands; of a report that follows, the case's counts.</param>
/// <param name="Answer">The public answer.</param>
/// <param name="Day">The day it came in.</param>
/// <param name="AnswerBy">The last day for an answer.</param>
/// <param name="CreatedAt">When it came in.</param>
/// <param name="ChangedAt">When its state last changed.</param>
/// <param name="Secret">Phone and note, encrypted; null once erased.</param>
/// <param name="HasPhoto">Is there a photo?</param>
public sealed record StoredReport(string Ticket, string? Follows, string Kind, string? Place, string? PlaceName, string? Township, string? Village, GeoPoint? Position,
    string State, string? Answer, DateOnly Day, DateOnly AnswerBy, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, byte[]? Secret, bool HasPhoto)
{
    /// <summary>Is it open although its answer is due?</summary>
    public bool IsOverdue(DateOnly today) => ReportState.IsOpen(State) && today > AnswerBy;
}
