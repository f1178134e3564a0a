using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plastics;

/// <summary>GET /plastics/rules — the rules as data, past ones included.</summary>
public static class ListRules
{
    /// <summary>One rule.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Businesses">Whom it binds.</param>
    /// <param name="Products">What it is about.</param>
    /// <param name="Areas">Where it holds.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day; null while it holds.</param>
    /// <param name="Verdict">forbidden, not-offered, allowed, unknown; null for a rule that only adds duties.</param>
    /// <param name="Duties">charge, ledger, report, notice.</param>
    /// <param name="Reason">Why, in plain words.</param>
    /// <param name="Exceptions">What is not meant.</param>
    /// <param name="Alternatives">What to use instead.</param>
    /// <param name="Consequence">What a breach may cost, past amounts included; null when none is on record.</param>
    /// <param name="Citations">What it rests on, past law included.</param>
    public sealed record Rule(string Id, IReadOnlyList<string> Businesses, IReadOnlyList<string> Products, IReadOnlyList<string> Areas,
        DateOnly From, DateOnly? To, string? Verdict, IReadOnlyList<string> Duties, string Reason, IReadOnlyList<string> Exceptions,
        IReadOnlyList<string> Alternatives, ConsequenceAnswer? Consequence, IReadOnlyList<Citation> Citations);

    /// <summary>The rules and the first day they are on record for.</summary>
    public sealed record Response(DateOnly RecordedFrom, IReadOnlyList<Rule> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plastics) => plastics.MapGet("/rules", Handle).ProducesProblem(400);

    /// <summary>限塑规则</summary>
    /// <remarks>business、product 只留与之有关的；已经过期的规则也在，带起止日期。</remarks>
    public static Results<Ok<Response>, ProblemHttpResult> Handle(ContentFolder content, string? business = null, string? product = null)
    {
        var book = content.Plastics;
        if (PlasticsRefusals.Check(book, business, product) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var rules = book.Rules.Where(r => (business is null || r.Businesses.Contains(business)) && (product is null || r.Products.Contains(product)));
        return TypedResults.Ok(new Response(book.RecordedFrom, [.. rules.Select(r => new Rule(r.Id, r.Businesses, r.Products, r.Areas, r.From, r.To,
            r.Verdict, r.Duties, r.Reason, r.Exceptions, r.Alternatives, ConsequenceAnswer.Of(r.Penalties), r.Citations))]));
    }
}
