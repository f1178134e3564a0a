using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Operators.Audit;

/// <summary>One line of the log.</summary>
/// <param name="Number">Grows with time; pages are cut by it.</param>
/// <param name="At">Milliseconds since 1970.</param>
/// <param name="Actor">Name of the account, or 命令行.</param>
/// <param name="Role">Role at that moment; blank for the command line.</param>
/// <param name="Action">Code of the <see cref="AuditAction"/>.</param>
/// <param name="Subject">What it was done to: <c>import 12</c>, an account's name, a reference.</param>
/// <param name="Summary">One sentence in Chinese.</param>
public sealed record AuditEntry(long Number, long At, string Actor, string Role, string Action, string Subject, string Summary);

/// <summary>
/// Who did what, when, and to what. Entries are only ever added. They hold no personal data of residents: no phone, name or
/// address, so that erasing a booking leaves nothing behind here.
/// </summary>
public sealed class AuditLog(IDatabase database, JizhouClock clock)
{
    private const int LongestText = 500;

    private const string Find = """
        SELECT number AS Number, at AS At, actor AS Actor, role AS Role, action AS Action, subject AS Subject, summary AS Summary
        FROM audit_entry
        WHERE number < @before AND at >= @since AND at < @until AND (@actor = '' OR actor = @actor) AND (@action = '' OR action = @action)
          AND (subject LIKE @words ESCAPE '!' OR summary LIKE @words ESCAPE '!')
        ORDER BY number DESC LIMIT @count
        """;

    /// <summary>Notes something in the transaction that does it, so that neither stands without the other.</summary>
    public Task NoteAsync(DbTransaction transaction, Actor actor, AuditAction action, string subject, string summary) => transaction.Open().ExecuteAsync(
        "INSERT INTO audit_entry (at, actor, role, action, subject, summary) VALUES (@at, @Name, @Role, @Code, @subject, @summary)",
        new { at = clock.Now.ToUnixTimeMilliseconds(), actor.Name, actor.Role, action.Code, subject = Cut(subject), summary = Cut(summary) }, transaction);

    /// <summary>Notes something that has no transaction of its own.</summary>
    public Task NoteAsync(Actor actor, AuditAction action, string subject, string summary, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => NoteAsync(transaction, actor, action, subject, summary), cancellationToken);

    /// <summary>At most <paramref name="count"/> entries that pass the filter, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> FindAsync(AuditFilter filter, int count, CancellationToken cancellationToken) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<AuditEntry>(Find, filter.Values(count)), cancellationToken)];

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] + "…" : text;
}
