using System.Globalization;
using System.Reflection;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Components;
using Jizhou.Public.Site.Pages;
using Jizhou.Public.Site.Pipelines;
using Microsoft.AspNetCore.Components;

namespace Jizhou.Public.Site.Gallery;

/// <summary>Turns the words of an examples file into the parameters of a component, by the parameter's type.</summary>
/// <param name="content">Where codes and addresses are looked up.</param>
public sealed class ExampleValues(ContentFolder content)
{
    /// <summary>The component's type; refuses a name that no component has.</summary>
    public static Type TypeOf(Example example) =>
        typeof(Notice).Assembly.GetType($"{typeof(Notice).Namespace}.{example.Component}")
        ?? throw new InvalidOperationException($"no component {example.Component}; an example of that name stands in its folder");

    /// <summary>The parameters of an example.</summary>
    public IDictionary<string, object?> Of(Example example)
    {
        var type = TypeOf(example);
        var values = example.Parameters.ToDictionary(pair => pair.Key, pair => Value(type.GetProperty(pair.Key), example, pair.Value));
        if (example.Text.Length > 0)
        {
            values["ChildContent"] = (RenderFragment)(builder => builder.AddContent(0, example.Text));
        }

        return values;
    }

    private object? Value(PropertyInfo? property, Example example, string words) => property?.PropertyType switch
    {
        { } type when type == typeof(string) => words,
        { } type when type == typeof(bool) => bool.Parse(words),
        { } type when type == typeof(decimal) => decimal.Parse(words),
        { } type when type == typeof(DateOnly) => DateOnly.ParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } type when type == typeof(SiteSettings) => new SiteSettings { Owner = words },
        { } type when type == typeof(SortingCategory) => content.Sorting.Category(words),
        { } type when type == typeof(PlasticsRulebook) => content.Plastics,
        { } type when type == typeof(PlasticsBusiness) => content.Plastics.Business(words),
        { } type when type == typeof(PlasticsAnswer) => Several(words) is [var business, var product, var day]
            ? content.Plastics.Check(business, product, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), null) : null,
        { } type when type == typeof(IReadOnlyList<TodayLine>) => content.Inns.Today,
        { } type when type == typeof(IReadOnlyList<Collector>) => content.Collectors,
        { } type when type == typeof(IReadOnlyList<Township>) => content.Geo.Townships,
        { } type when type == typeof(IReadOnlyList<CheckQuestion>) => content.Inns.For(words).Take(2).ToList(),
        { } type when type == typeof(PlanSection) => content.Plan.Sections.First(section => section.Id == words),
        { } type when type == typeof(IReadOnlyList<PlanProject>) => content.Plan.Projects.Where(project => project.Id == words).ToList(),
        { } type when type == typeof(IReadOnlyList<HandIn>) => content.HandIns.Take(2).ToList(),
        { } type when type == typeof(PlaceVocabulary) => content.Places,
        { } type when type == typeof(PlanServices) => content.PlanServices,
        { } type when type == typeof(Ledger) => content.Ledgers.First(ledger => ledger.Id == words),
        { } type when type == typeof(Indicator) => content.Indicators.First(indicator => indicator.Id == words),
        { } type when type == typeof(IReadOnlyList<Citation>) => Several(words).Select(content.Legal.Resolve).ToList(),
        { } type when type == typeof(IReadOnlyList<Crumb>) => Several(words).Select(address => Titles.Link(address, content)).ToList(),
        { } type when type == typeof(IReadOnlyList<SortingItem>) => content.Sorting.Items.Where(item => item.Category == words).Take(5).ToList(),
        _ => throw new InvalidOperationException($"{example.Component} has no parameter {example.Parameters.First(pair => pair.Value == words).Key} that an example can set"),
    };

    private static string[] Several(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
