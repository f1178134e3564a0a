using System.Reflection;
using System.Text.Json;
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
    }

    /// <summary>The handler's method.</summary>
    public static MethodInfo? Handler(OperationFilterContext context)
        => context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
}
