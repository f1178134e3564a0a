namespace Jizhou.Public.Content;

/// <summary>Holds the rules against each other: every listed pair has exactly one answer on every day, and every answer a law in force.</summary>
internal static class PlasticsConsistency
{
    private const string OneAnswer = "change the days, areas or verdict so that one verdict remains";

    /// <summary>Reports contradictions, gaps, pairs nobody may ask about and days without law, at the lines of the rules.</summary>
    public static void Check(PlasticsRulebook book, IReadOnlyDictionary<string, YamlMap> lines, YamlMap root)
    {
        foreach (var rule in book.Rules)
        {
            CheckRule(book, rule, lines[rule.Id]);
        }

        foreach (var product in book.Products.Where(p => !book.Businesses.Any(b => b.Products.Contains(p.Id))))
        {
            root.Report("rules", $"no business may ask about the product \"{product.Id}\"", "list it in businesses.yaml, or remove it from products.yaml");
        }

        foreach (var (business, product, area) in Pairs(book))
        {
            foreach (var day in DaysOfChange(book, business, product, area))
            {
                CheckDay(book, business, product, area, day, lines, root);
            }
        }
    }

    private static void CheckRule(PlasticsRulebook book, PlasticsRule rule, YamlMap line)
    {
        if (rule.From < book.RecordedFrom || rule.To < rule.From)
        {
            line.Report("from", $"the days {rule.From:yyyy-MM-dd} … {rule.To:yyyy-MM-dd} are not possible",
                $"begin on or after {book.RecordedFrom:yyyy-MM-dd} and end after the beginning");
        }

        if (rule.Businesses.Count == 0 || rule.Products.Count == 0 || rule.Verdict is null && rule.Duties.Count == 0)
        {
            line.Report("id", $"the rule \"{rule.Id}\" says nothing", "name businesses, products, and a verdict or duties");
        }

        foreach (var business in rule.Businesses)
        {
            var extra = rule.Products.Where(p => book.Business(business) is { } b && !b.Products.Contains(p)).ToArray();
            if (extra.Length > 0)
            {
                line.Report("products", $"\"{business}\" does not ask about {string.Join(", ", extra)}", "add the product to the business in businesses.yaml, or split the rule");
            }
        }

        var days = rule.Citations.Select(c => c.InForceTo?.AddDays(1)).OfType<DateOnly>().Where(rule.HoldsOn).Prepend(rule.From);
        foreach (var day in days.Where(day => !rule.Citations.Any(c => PlasticsRule.Stands(c, day))))
        {
            line.Report("citations", $"nothing that \"{rule.Id}\" cites was in force on {day:yyyy-MM-dd}", "cite the law of those days too");
        }
    }

    private static void CheckDay(PlasticsRulebook book, string business, string product, string area, DateOnly day,
        IReadOnlyDictionary<string, YamlMap> lines, YamlMap root)
    {
        var verdicts = book.On(day, business, product, area).Where(r => r.Verdict is not null).ToArray();
        if (verdicts.Length == 0)
        {
            root.Report("rules", $"no verdict for {business} × {product} × {area} on {day:yyyy-MM-dd}", "add a rule; say \"unknown\" with its reason when nothing was found");
            return;
        }

        if (Array.Find(verdicts, r => r.Verdict != verdicts[0].Verdict) is { } other)
        {
            lines[other.Id].Report("verdict", $"\"{other.Id}\" says {other.Verdict}, \"{verdicts[0].Id}\" says {verdicts[0].Verdict}, for {business} × {product} × {area} on {day:yyyy-MM-dd}", OneAnswer);
        }
    }

    private static IEnumerable<(string Business, string Product, string Area)> Pairs(PlasticsRulebook book) =>
        from business in book.Businesses
        from product in business.Products
        from area in PlasticsWords.Areas.Keys
        select (business.Id, product, area);

    // Between two such days nothing changes, so looking at them is looking at every day.
    private static IEnumerable<DateOnly> DaysOfChange(PlasticsRulebook book, string business, string product, string area) =>
        book.Rules.Where(r => r.IsAbout(business, product, area))
            .SelectMany(r => new[] { r.From, r.To?.AddDays(1) }).OfType<DateOnly>()
            .Append(book.RecordedFrom).Where(d => d >= book.RecordedFrom).Distinct().Order();
}
