using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>An operation is called like the class that holds it: <c>FindNearby.Handle</c> is <c>findNearby</c>.</summary>
public sealed class NameOperation : IOperationFilter
{
    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (Handler(context) is { DeclaringType: { } type })
        {
            operation.OperationId ??= JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        }

        // The comment on a handler explains it to us; where a summary was written for callers, that one is the title.
        var title = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        if (title is not null && title != operation.Summary)
        {
            operation.Description = string.Join("\n\n", ((string?[])[operation.Summary, operation.Description]).OfType<string>());
            operation.Summary = title;
        }
    }

    /// <summary>The handler's method.</summary>
    public static MethodInfo? Handler(OperationFilterContext context)
        => context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
}
