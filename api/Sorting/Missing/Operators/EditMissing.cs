using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing.Operators;

/// <summary>/console/missing/ — what people asked for and the dictionary lacks; the editors mark what was added and what is no thing. Words travel in forms, never in addresses.</summary>
public static class EditMissing
{
    private const string Address = "/console/missing/";

    /// <summary>Who may.</summary>
    public static readonly string[] Editors = [Roles.Editor, Roles.Administrator];

    /// <summary>An editor decided about a thing.</summary>
    public static readonly AuditAction Settled = new("missing-settle", "处理查不到的东西");

    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var missing = app.MapGroup("/console/missing").ExcludeFromDescription().RequireRole(Editors).ChecksForms();
        missing.MapGet("/", ShowAsync);
        missing.MapGet("/missing.csv", ExportAsync);
        missing.MapPost("/ask/", AskAsync);
        missing.MapPost("/", SettleAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IDatabase database, MissingItems missing, SortingSnapshot snapshot, CancellationToken cancellationToken)
    {
        await missing.WriteAsync(cancellationToken); // what waits for its half minute is shown as well
        return ConsolePage.Show<MissingPage>(http, new Dictionary<string, object?>
        {
            ["Rows"] = await ListAsync(database, cancellationToken),
            ["Snapshot"] = snapshot,
            ["Saved"] = http.Request.Query["saved"].ToString(),
        });
    }

    private static async Task<IResult> ExportAsync(IDatabase database, SortingSnapshot snapshot, CancellationToken cancellationToken) =>
        MissingTable.Of(await ListAsync(database, cancellationToken), snapshot).ToFile("missing.csv", withMark: true);

    private static Task<IReadOnlyList<MissingItemStore.Row>> ListAsync(IDatabase database, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => MissingItemStore.ListAsync(connection, MissingTable.Most), cancellationToken);

    private static async Task<IResult> AskAsync(HttpContext http, IDatabase database, SortingSnapshot snapshot, CancellationToken cancellationToken)
    {
        var (row, state) = await ReadAsync(http, database, cancellationToken);
        return row is null ? TypedResults.LocalRedirect(Address) : ConsolePage.Show<AskMissingPage>(http, new Dictionary<string, object?>
        {
            ["Row"] = row,
            ["State"] = state,
            ["Now"] = NamesBeside.Now(snapshot, row.Words),
        });
    }

    private static async Task<IResult> SettleAsync(HttpContext http, IDatabase database, AuditLog audit, JizhouClock clock, CancellationToken cancellationToken)
    {
        var (row, state) = await ReadAsync(http, database, cancellationToken);
        var isNew = row is not null && await database.WriteAsync(
            async transaction =>
            {
                var changed = await MissingItemStore.SettleAsync(transaction, row.Words, state, clock.Today);
                if (changed)
                {
                    // What is no thing may be somebody's name: the log, which is never erased, does not repeat it.
                    var what = state == MissingState.NotAThing ? "一个词" : row.Words;
                    await audit.NoteAsync(transaction, Actor.Of(http.User), Settled, "missing item", $"{what}（问过 {row.Times} 次）：{MissingState.Name(state)}");
                }

                return changed;
            },
            cancellationToken);
        return TypedResults.LocalRedirect(isNew ? $"{Address}?saved={state}" : Address);
    }

    // The row and the state that a form names; no row when either is unknown.
    private static async Task<(MissingItemStore.Row? Row, string State)> ReadAsync(HttpContext http, IDatabase database, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (words, state) = (form["words"].ToString(), form["state"].ToString());
        return MissingState.Is(state) && KeptWords.May(words)
            ? (await database.ReadAsync(connection => MissingItemStore.FindAsync(connection, words), cancellationToken), state)
            : (null, state);
    }
}
