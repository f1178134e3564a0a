using System.Data.Common;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>POST /console/rounds/{area}/{day}/… — the buttons of the page: propose, move, hand out, take back, save the order. Each leads back to the page.</summary>
public static class ChangeBoard
{
    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var board = app.MapGroup("/console/rounds/{area}/{day}").ExcludeFromDescription().RequireRole(RoundRoles.Makers).ChecksForms();
        board.MapPost("/propose/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => AskedAsync(area, day, "propose",
            http, desk, (tx, served, date, _, actor) => PlanDay.ProposeAsync(tx, desk, served, date, actor), cancellationToken));
        board.MapPost("/move/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => DoAsync(area, day, http, desk,
            (tx, served, date, form, actor) => MoveAsync(tx, desk, served, date, form, actor), cancellationToken));
        board.MapPost("/hand-out/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => DoAsync(area, day, http, desk,
            (tx, served, date, form, actor) => PlanDay.HandOutAsync(tx, desk, served, date, form["round"].ToString(), actor), cancellationToken));
        board.MapPost("/take-back/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => AskedAsync(area, day, "take-back",
            http, desk, (tx, served, date, form, actor) => PlanDay.TakeBackAsync(tx, desk, served, date, form["round"].ToString(), actor), cancellationToken));
        board.MapPost("/order/", (string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => DoAsync(area, day, http, desk,
            (tx, served, date, form, actor) => PlanDay.SaveOrderAsync(tx, desk, served, date, form["round"].ToString(), actor), cancellationToken));
    }

    private delegate Task<string?> Change(DbTransaction tx, ServiceArea area, DateOnly day, IFormCollection form, Actor actor);

    // What throws work away asks once: a proposal when there are drafts, and taking a round back.
    private static async Task<IResult> AskedAsync(string area, string day, string what, HttpContext http, RoundDesk desk, Change change, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (form["sure"] == "yes" || (what == "propose" && form["drafts"] == "none"))
        {
            return await DoAsync(area, day, http, desk, change, cancellationToken);
        }

        var (title, sentence, button) = what == "propose"
            ? ("重新排车？", "没有派出的清运单会重新排，手工调过的顺序和换过的车会丢掉。已派出的不动。", "重新排")
            : ("收回这张清运单？", "收运员的手机上不再有这张单，没有结果的预约变回“未派车”。已带走清单的收运员还会看到旧的单，请先打电话告诉他们。", "收回");
        return AskPage.Show(http, title, [sentence], $"/console/rounds/{area}/{day}/{what}/", button, $"/console/rounds/{area}/{day}/",
            new Dictionary<string, string> { ["sure"] = "yes", ["round"] = form["round"].ToString() });
    }

    private static async Task<IResult> DoAsync(string area, string day, HttpContext http, RoundDesk desk, Change change, CancellationToken cancellationToken)
    {
        if (desk.Bookings.Facts.Book.Area(area) is not { } served || ListRounds.DayOf(day) is not { } date)
        {
            return TypedResults.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var actor = Actor.Of(http.User);
        var problem = await desk.Bookings.Database.WriteAsync(tx => change(tx, served, date, form, actor), cancellationToken);
        if (problem is not null)
        {
            return await ShowBoard.ShowAsync(area, day, http, desk, problem, cancellationToken);
        }

        // Back to the same stop. Its number stands behind the #: no server, proxy or log sees it.
        var at = form["reference"].ToString();
        var back = at.Length > 0 && at.All(char.IsAsciiLetterOrDigit) ? $"#s-{at}" : "";
        return TypedResults.LocalRedirect(ListRounds.Address(area, date) + back);
    }

    private static Task<string?> MoveAsync(DbTransaction tx, RoundDesk desk, ServiceArea area, DateOnly day, IFormCollection form, Actor actor)
    {
        var (reference, to, before) = (form["reference"].ToString(), form["to"].ToString(), form["before"].ToString());
        return to switch
        {
            "up" => PlanDay.StepAsync(tx, desk, area, day, reference, -1),
            "down" => PlanDay.StepAsync(tx, desk, area, day, reference, 1),
            "none" => PlanDay.TakeOutAsync(tx, desk, area, day, reference, actor),
            _ => PlanDay.MoveAsync(tx, desk, area, day, reference, to, before.Length > 0 ? before : null, actor),
        };
    }
}
