using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plastics;

/// <summary>GET /plastics/check — may this business hand out this product, on this day, in this area?</summary>
public static class CheckPlastics
{
    /// <summary>The answer (architecture §7).</summary>
    /// <param name="Business">Who was asked about.</param>
    /// <param name="Product">What was asked about.</param>
    /// <param name="Date">The day it holds for.</param>
    /// <param name="Area">The area asked about; null when the answer is meant for all.</param>
    /// <param name="Verdict">forbidden, not-offered, allowed or unknown.</param>
    /// <param name="VerdictName">The verdict for people.</param>
    /// <param name="Duties">charge, ledger, report, notice.</param>
    /// <param name="Reason">Why, in plain words.</param>
    /// <param name="Since">First day from which it has held without a break; null when unknown.</param>
    /// <param name="Exceptions">What is not meant.</param>
    /// <param name="Alternatives">What to use instead.</param>
    /// <param name="Consequence">What a breach may cost by the law of that day; null when none is on record.</param>
    /// <param name="Rules">Ids of the rules it comes from.</param>
    /// <param name="Citations">What it rests on by the law of that day.</param>
    public sealed record Response(Named Business, Named Product, DateOnly Date, string? Area, string Verdict, string VerdictName,
        IReadOnlyList<string> Duties, string Reason, DateOnly? Since, IReadOnlyList<string> Exceptions, IReadOnlyList<string> Alternatives,
        ConsequenceAnswer? Consequence, IReadOnlyList<string> Rules, IReadOnlyList<Citation> Citations);

    /// <summary>An id with its name.</summary>
    public sealed record Named(string Id, string Name);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plastics) => plastics.MapGet("/check", Handle).ProducesProblem(400);

    /// <summary>能不能提供？</summary>
    /// <remarks>过去的日期按那一天的法律回答（2026-08-14 以前是固废法，2026-08-15 起是生态环境法典）；2020-12-01 以前没有收录，答 unknown。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(
        string business, string product, ContentFolder content, JizhouClock clock, DateOnly? date = null, string? area = null)
    {
        var book = content.Plastics;
        if (PlasticsRefusals.Check(book, business, product, area) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var day = date ?? clock.Today;
        var answer = book.Check(business, product, day, area);
        return TypedResults.Ok(new Response(new(business, book.Business(business)!.Name), new(product, book.Product(product)!.Name), day, area,
            answer.Verdict, PlasticsWords.Verdicts[answer.Verdict], answer.Duties, answer.Reason, answer.Since, answer.Exceptions,
            answer.Alternatives, ConsequenceAnswer.Of(answer.Penalties), [.. answer.Rules.Select(r => r.Id)], answer.Citations));
    }
}
