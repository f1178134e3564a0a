using System.Data.Common;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Reports;

/// <summary>What whoever holds the ticket may know.</summary>
/// <param name="Ticket">Its number, in groups for reading aloud.</param>
/// <param name="State">received, in-progress, done or rejected.</param>
/// <param name="StateWords">The same for people.</param>
/// <param name="Next">What happens next, in one sentence.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="Place">The place; null for a spot.</param>
/// <param name="Township">The township; null when only a position was given.</param>
/// <param name="Village">The village; null when none was given or it is erased.</param>
/// <param name="Office">Who answers.</param>
/// <param name="ReceivedOn">The day it came in.</param>
/// <param name="AnswerBy">The last day for an answer.</param>
/// <param name="Overdue">Is it open although the day has passed?</param>
/// <param name="Joined">Was the same thing reported before? Then state, answer and day are those of the first report.</param>
/// <param name="Reports">How many reports make up the case.</param>
/// <param name="Answer">What the office says; null until then.</param>
/// <param name="ChangedAt">When the state last changed.</param>
/// <param name="Sample">True while office and day are invented for demonstration.</param>
/// <param name="Status">Address of the status page.</param>
public sealed record ReportView(string Ticket, string State, string StateWords, string Next, NamedCode Kind, NamedCode? Place, NamedCode? Township, NamedCode? Village,
    NamedCode Office, DateOnly ReceivedOn, DateOnly AnswerBy, bool Overdue, bool Joined, long Reports, string? Answer, DateTimeOffset ChangedAt, bool Sample, string Status)
{
    /// <summary>Reads what belongs to a report: the case it follows and how many do.</summary>
    public static async Task<ReportView> ReadAsync(DbConnection connection, StoredReport report, ReportDesk desk, DbTransaction? transaction = null)
    {
        var first = report.Follows is { } follows ? await ReportStore.FindAsync(connection, follows, transaction) ?? report : report;
        return Of(report, first, 1 + await ReportStore.FollowersAsync(connection, first.Ticket, transaction), desk.Facts, desk.Clock.Today);
    }

    /// <summary>The view of a report that belongs to the case <paramref name="first"/> (itself, if it follows none).</summary>
    public static ReportView Of(StoredReport report, StoredReport first, long reports, ReportFacts facts, DateOnly today)
    {
        var kind = facts.Book.Kind(report.Kind);
        var ticket = SpokenNumber.FromStored(report.Ticket).ToString();
        return new ReportView(
            ticket, first.State, ReportState.Words[first.State], ReportState.Next(first.State, first.IsOverdue(today)),
            new NamedCode(report.Kind, kind?.Name ?? report.Kind), Named(report.Place, report.PlaceName), Named(report.Township, facts.TownshipName(report.Township)),
            Named(report.Village, facts.VillageName(report.Village)), new NamedCode(kind?.Office.Id ?? "", kind?.Office.Name ?? "还没有定"),
            report.Day, first.AnswerBy, first.IsOverdue(today), report.Follows is not null, reports, first.Answer, first.ChangedAt, facts.Book.Sample, $"/report/status/{ticket}/");
    }

    private static NamedCode? Named(string? code, string? name) => code is null ? null : new NamedCode(code, name ?? code);
}

/// <summary>A code with its name.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Name">For people.</param>
public sealed record NamedCode(string Code, string Name);
