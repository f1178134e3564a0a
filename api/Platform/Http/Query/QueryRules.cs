using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>One query parameter of an operation.</summary>
/// <param name="Name">As the client writes it.</param>
/// <param name="Kind">What a value must be.</param>
/// <param name="IsList">May be repeated.</param>
/// <param name="IsRequired">Must be given.</param>
public sealed record QueryRule(string Name, QueryKind Kind, bool IsList, bool IsRequired);

/// <summary>
/// The query parameters of every operation, read once from the same descriptions that make the OpenAPI document: a handler's
/// parameters are the only place where they are written down.
/// </summary>
public sealed class QueryRules(IApiDescriptionGroupCollectionProvider descriptions)
{
    private readonly Lazy<Dictionary<MethodInfo, QueryRule[]>> _rules = new(() => Read(descriptions));

    /// <summary>The rules of the endpoint's handler; null for endpoints that are not described.</summary>
    public IReadOnlyList<QueryRule>? Of(Endpoint endpoint)
        => endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler && _rules.Value.TryGetValue(handler, out var rules) ? rules : null;

    private static Dictionary<MethodInfo, QueryRule[]> Read(IApiDescriptionGroupCollectionProvider descriptions)
        => descriptions.ApiDescriptionGroups.Items
            .SelectMany(group => group.Items)
            .Select(operation => (Handler: operation.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault(), operation))
            .Where(pair => pair.Handler is not null)
            .GroupBy(pair => pair.Handler!)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(pair => pair.operation.ParameterDescriptions)
                    .Where(parameter => parameter.Source == BindingSource.Query)
                    .Select(Rule)
                    .DistinctBy(rule => rule.Name)
                    .OrderBy(rule => rule.Name, StringComparer.Ordinal)
                    .ToArray());

    private static QueryRule Rule(ApiParameterDescription parameter)
    {
        var type = parameter.Type ?? typeof(string);
        var isList = type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);
        var element = isList ? type.GetElementType() ?? type.GetGenericArguments().FirstOrDefault() ?? typeof(string) : type;
        return new QueryRule(
            parameter.Name, QueryKind.Of(Nullable.GetUnderlyingType(element) ?? element), isList, parameter.IsRequired && !isList);
    }
}
