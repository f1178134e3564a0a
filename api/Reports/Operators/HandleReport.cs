using System.Data.Common;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Reports.Operators;

/// <summary>/console/reports/{ticket}/ — one case: what was reported, its photo, the phone on a press, and what is done about it.</summary>
public static class HandleReport
{
    private const int LongestAnswer = 300;

    /// <summary>One report of a case with what its reporter gave.</summary>
    /// <param name="Report">As stored.</param>
    /// <param name="Ticket">In groups.</param>
    /// <param name="Note">Own words; null when none.</param>
    /// <param name="Phone">Masked, or in full after the press; null when none.</param>
    /// <param name="PhotoTurn">How to turn the photo, 1 to 8; 0 when there is none.</param>
    public sealed record Entry(StoredReport Report, string Ticket, string? Note, string? Phone, long PhotoTurn);

    /// <summary>Maps page, photo and forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var page = app.MapGroup("/console/reports/{ticket}").ExcludeFromDescription().RequireRole(ReportRoles.Readers).ChecksForms();
        page.MapGet("/", (string ticket, HttpContext http, ReportDesk desk, CancellationToken cancellationToken) => ShowAsync(http, desk, ticket, null, false, cancellationToken));
        page.MapGet("/photo", PhotoAsync);
        page.MapPost("/phone/", RevealAsync);
        var changes = app.MapGroup("/console/reports/{ticket}").ExcludeFromDescription().RequireRole(ReportRoles.Writers).ChecksForms();
        changes.MapPost("/state/", ChangeAsync);
        changes.MapPost("/join/", JoinAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ReportDesk desk, string ticket, string? problem, bool isPhoneShown, CancellationToken cancellationToken)
    {
        _ = SpokenNumber.TryParse(ticket, out var number);
        var family = await desk.Database.ReadAsync(async connection =>
            await ReportStore.FindAsync(connection, number.Text ?? "") is { } one ? await CaseStore.FamilyAsync(connection, one.Follows ?? one.Ticket) : [], cancellationToken);
        if (family.Count == 0)
        {
            return TypedResults.NotFound();
        }

        var entries = new List<Entry>();
        foreach (var report in family)
        {
            var photo = report.HasPhoto ? await desk.Database.ReadAsync(connection => PhotoStore.FindAsync(connection, report.Ticket), cancellationToken) : null;
            entries.Add(EntryOf(report, photo?.Turn ?? 0, desk, isPhoneShown));
        }

        return ConsolePage.Show<ReportCase>(http, new Dictionary<string, object?>
        {
            ["View"] = ReportView.Of(family.First(r => r.Follows is null), family.First(r => r.Follows is null), family.Count, desk.Facts, desk.Clock.Today),
            ["Entries"] = entries,
            ["MayChange"] = ReportRoles.Writers.Contains(Actor.Of(http.User).Role, StringComparer.Ordinal),
            ["IsPhoneShown"] = isPhoneShown,
            ["Problem"] = problem,
            ["Note"] = desk.Facts.Book.Sample ? desk.Facts.Book.Note : null,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Entry EntryOf(StoredReport report, long turn, ReportDesk desk, bool isPhoneShown)
    {
        var personal = desk.Secrets.Open(report.Secret);
        var shown = isPhoneShown || personal.Phone is null ? personal.Phone : PhoneNumber.FromStored(personal.Phone).Masked;
        return new Entry(report, SpokenNumber.FromStored(report.Ticket).ToString(), personal.Note, shown, turn);
    }

    private static async Task<IResult> PhotoAsync(string ticket, HttpContext http, ReportDesk desk, CancellationToken cancellationToken)
    {
        _ = SpokenNumber.TryParse(ticket, out var number);
        if (await desk.Database.ReadAsync(connection => PhotoStore.FindAsync(connection, number.Text ?? ""), cancellationToken) is not { } photo)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(desk.Secrets.OpenPhoto(photo.Secret), photo.MediaType);
    }

    private static async Task<IResult> RevealAsync(string ticket, HttpContext http, ReportDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        _ = SpokenNumber.TryParse(ticket, out var number);
        await audit.NoteAsync(Actor.Of(http.User), ReportActions.PhoneSeen, number.ToString(), "查看上报人的电话", cancellationToken);
        return await ShowAsync(http, desk, ticket, null, true, cancellationToken);
    }

    private static async Task<IResult> ChangeAsync(string ticket, HttpContext http, ReportDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (to, from, refused) = (form["state"].ToString(), form["from"].ToString(), new List<FieldRefusal>());
        var answer = PlainText.Clean(form["answer"].ToString(), "answer", "答复", LongestAnswer, refused);
        _ = SpokenNumber.TryParse(ticket, out var number);
        var problem = refused.FirstOrDefault()?.Message ?? WhyNot(from, to, answer);
        if (problem is null)
        {
            var (today, now, actor) = (desk.Clock.Today, desk.Clock.Now, Actor.Of(http.User));
            var isChanged = await desk.Database.WriteAsync(async tx =>
            {
                if (!await ReportStore.ChangeAsync(tx, number.Text ?? "", from, to, answer, today, now))
                {
                    return false;
                }

                await audit.NoteAsync(tx, actor, ReportActions.Changed, number.ToString(), $"{ReportState.Words[from]} → {ReportState.Words[to]}");
                return true;
            }, cancellationToken);
            problem = isChanged ? null : "刚才有别人改过，或者它已并入别的上报。请看现在的情况再决定。";
        }

        return problem is null ? Back(number) : await ShowAsync(http, desk, ticket, problem, false, cancellationToken);
    }

    private static string? WhyNot(string from, string to, string? answer)
    {
        if (!ReportState.Words.ContainsKey(to) || !ReportState.MayBecome(from, to))
        {
            return "请选下一步。";
        }

        return answer is null && !ReportState.IsOpen(to) ? "请写答复：居民会看到它。说清楚办了什么，或者为什么不办。" : null;
    }

    private static async Task<IResult> JoinAsync(string ticket, HttpContext http, ReportDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        _ = SpokenNumber.TryParse(ticket, out var number);
        _ = SpokenNumber.TryParse(form["first"], out var first);
        var (now, actor) = (desk.Clock.Now, Actor.Of(http.User));
        var problem = await desk.Database.WriteAsync(tx => JoinCasesAsync(tx, number, first, now, desk, audit, actor), cancellationToken);
        return problem is null ? Back(first) : await ShowAsync(http, desk, ticket, problem, false, cancellationToken);
    }

    private static async Task<string?> JoinCasesAsync(
        DbTransaction tx, SpokenNumber number, SpokenNumber first, DateTimeOffset now, ReportDesk desk, AuditLog audit, Actor actor)
    {
        await Gate.PassAsync(tx, desk.Database.Dialect, "report join");
        var (one, other) = (await ReportStore.FindAsync(tx.Open(), number.Text ?? "", tx), await ReportStore.FindAsync(tx.Open(), first.Text ?? "", tx));
        if (one is not { Follows: null } || other is not { Follows: null } || one.Ticket == other.Ticket || one.Kind != other.Kind)
        {
            return "不能合并：请写另一个同类上报的编号，它自己不能已经并入别的上报。";
        }

        await ReportStore.JoinAsync(tx, one.Ticket, other.Ticket, now);
        await audit.NoteAsync(tx, actor, ReportActions.Joined, number.ToString(), $"并入 {first}");
        return null;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Back(SpokenNumber number) => TypedResults.LocalRedirect($"/console/reports/{number}/");
}
