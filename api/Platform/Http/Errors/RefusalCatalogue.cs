using System.Reflection;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Every kind of refusal of the program, collected from the classes named <c>…Refusals</c>.</summary>
public static class RefusalCatalogue
{
    /// <summary>All kinds with the class that names them, by code.</summary>
    public static IReadOnlyList<(Type Type, RefusalKind Kind)> ByType { get; } =
    [
        .. typeof(RefusalCatalogue).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(RefusalKind))
            .Select(field => (field.DeclaringType!, (RefusalKind)field.GetValue(null)!))
            .OrderBy(pair => pair.Item2.Code, StringComparer.Ordinal),
    ];

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<RefusalKind> All { get; } = [.. ByType.Select(pair => pair.Kind)];
}
