namespace Jizhou.Public.Content;

/// <summary>The plastics rules as one set. Answers are pure functions of the rules and a day.</summary>
public sealed class PlasticsRulebook(DateOnly recordedFrom, IReadOnlyList<PlasticsBusiness> businesses,
    IReadOnlyList<PlasticsProduct> products, IReadOnlyList<PlasticsRule> rules)
{
    /// <summary>The rulebook of a folder that holds none.</summary>
    public static PlasticsRulebook Empty { get; } = new(DateOnly.MinValue, [], [], []);

    /// <summary>First day for which rules are on record; earlier days are answered as unknown.</summary>
    public DateOnly RecordedFrom => recordedFrom;

    /// <summary>The businesses, in the order of the file.</summary>
    public IReadOnlyList<PlasticsBusiness> Businesses => businesses;

    /// <summary>The products, in the order of the file.</summary>
    public IReadOnlyList<PlasticsProduct> Products => products;

    /// <summary>The rules, in the order of the file.</summary>
    public IReadOnlyList<PlasticsRule> Rules => rules;

    /// <summary>The business with an id, or null.</summary>
    public PlasticsBusiness? Business(string id) => businesses.FirstOrDefault(b => b.Id == id);

    /// <summary>The product with an id, or null.</summary>
    public PlasticsProduct? Product(string id) => products.FirstOrDefault(p => p.Id == id);

    /// <summary>The rules about a pair in an area that hold on a day.</summary>
    public IReadOnlyList<PlasticsRule> On(DateOnly day, string business, string product, string area) =>
        [.. rules.Where(r => r.IsAbout(business, product, area) && r.HoldsOn(day))];

    /// <summary>
    /// The answer for a pair on a day. Without an area it is the answer that holds in all of them; where they differ,
    /// the verdict is unknown and the reason tells each.
    /// </summary>
    public PlasticsAnswer Check(string business, string product, DateOnly day, string? area)
    {
        if (area is not null)
        {
            return CheckIn(business, product, day, area);
        }

        var answers = PlasticsWords.Areas.Keys.Select(a => (Area: PlasticsWords.Areas[a], Answer: CheckIn(business, product, day, a))).ToArray();
        if (Array.TrueForAll(answers, a => a.Answer.Verdict == answers[0].Answer.Verdict))
        {
            return answers.MaxBy(a => a.Answer.Since).Answer;
        }

        var reason = string.Concat(answers.Select(a => $"{a.Area}：{PlasticsWords.Verdicts[a.Answer.Verdict]}。{a.Answer.Reason}"));
        return PlasticsAnswer.NotOnRecord(reason) with
        {
            Alternatives = Union(answers, a => a.Alternatives),
            Rules = Union(answers, a => a.Rules),
            Citations = Union(answers, a => a.Citations),
        };

        static T[] Union<T>((string, PlasticsAnswer Answer)[] answers, Func<PlasticsAnswer, IEnumerable<T>> part) =>
            [.. answers.SelectMany(a => part(a.Answer)).Distinct()];
    }

    private PlasticsAnswer CheckIn(string business, string product, DateOnly day, string area)
    {
        if (day < recordedFrom)
        {
            return PlasticsAnswer.NotOnRecord($"本站的限塑规定从 {recordedFrom:yyyy-MM-dd} 起收录，这一天在那以前，没有收录。");
        }

        var found = On(day, business, product, area);
        if (found.FirstOrDefault(r => r.Verdict is not null)?.Verdict is not { } verdict)
        {
            return PlasticsAnswer.NotOnRecord("本站没有收录这类经营者和这种用品的规定。拿不准请问 12345（外地手机 022-12345）。");
        }

        return new PlasticsAnswer(verdict,
            [.. PlasticsWords.Duties.Keys.Where(d => found.Any(r => r.Duties.Contains(d)))],
            string.Concat(found.Select(r => r.Reason)),
            verdict == "unknown" ? null : Since(found, verdict, business, product, area),
            [.. found.SelectMany(r => r.Exceptions).Distinct()],
            [.. found.SelectMany(r => r.Alternatives).Distinct()],
            [.. found.SelectMany(r => r.Penalties).Where(p => p.HoldsOn(day)).DistinctBy(p => p.Id)],
            found,
            [.. found.SelectMany(r => r.Citations).Where(c => PlasticsRule.Stands(c, day)).DistinctBy(c => c.Id)]);
    }

    // Back through rules of the same verdict for as long as one holds on the day before the other begins.
    private DateOnly Since(IReadOnlyList<PlasticsRule> found, string verdict, string business, string product, string area)
    {
        var since = found.Where(r => r.Verdict == verdict).Min(r => r.From);
        for (var earlier = (DateOnly?)since; earlier is not null;)
        {
            since = earlier.Value;
            earlier = since == DateOnly.MinValue ? null : On(since.AddDays(-1), business, product, area)
                .Where(r => r.Verdict == verdict).Select(r => (DateOnly?)r.From).Min();
        }

        return since;
    }
}
