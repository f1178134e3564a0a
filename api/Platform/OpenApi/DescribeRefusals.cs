using System.Globalization;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>Lists under each error status the codes that the operation's feature, or any address, may give.</summary>
public sealed class DescribeRefusals : IOperationFilter
{
    private const int FeatureSegment = 3; // company.product.program.feature

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ??= [];
        var declared = responses.Keys.Where(status => status[0] is '4' or '5').ToHashSet(StringComparer.Ordinal);
        foreach (var kinds in Expected(operation, context, declared).GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            responses[kinds.Key.ToString(CultureInfo.InvariantCulture)] = Describe(kinds, context.Document);
        }
    }

    private static IEnumerable<RefusalKind> Expected(OpenApiOperation operation, OperationFilterContext context, HashSet<string> declared)
    {
        var feature = FeatureOf(NameOperation.Handler(context)?.DeclaringType);
        var own = RefusalCatalogue.ByType
            .Where(pair => feature is not null && FeatureOf(pair.Type) == feature)
            .Select(pair => pair.Kind)
            .Where(kind => declared.Contains(kind.Status.ToString(CultureInfo.InvariantCulture)));
        return [.. own, .. Everywhere(operation)];
    }

    private static IEnumerable<RefusalKind> Everywhere(OpenApiOperation operation)
    {
        yield return PlatformRefusals.UnknownParameter;
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true)
        {
            yield return PlatformRefusals.InvalidParameter;
        }

        if (operation.RequestBody is not null)
        {
            yield return PlatformRefusals.InvalidBody;
            yield return PlatformRefusals.BodyTooLarge;
            yield return PlatformRefusals.UnsupportedMediaType;
            yield return PlatformRefusals.TooManyRequests;
            yield return PlatformRefusals.Busy;
            yield return PlatformRefusals.StorageUnavailable;
        }

        yield return PlatformRefusals.Unexpected;
    }

    private static OpenApiResponse Describe(IEnumerable<RefusalKind> kinds, OpenApiDocument document) => new()
    {
        Description = string.Join('\n', kinds.DistinctBy(kind => kind.Code).Select(kind => $"* `{kind.Code}` {kind.Title}：{kind.Meaning}")),
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema.Id, document) },
        },
    };

    private static string? FeatureOf(Type? type)
        => type?.Namespace?.Split('.') is { Length: > FeatureSegment } parts ? parts[FeatureSegment] : null;
}
