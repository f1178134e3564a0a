namespace Jizhou.Public.Api.Platform.OpenApi;

/// <summary>Names of schemas: a nested <c>Response</c> carries its operation's name, otherwise all operations would collide.</summary>
public static class SchemaIds
{
    /// <summary><c>FindNearby.Response</c> becomes <c>FindNearbyResponse</c>; type arguments follow with <c>Of</c>.</summary>
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } declaring ? Of(declaring) : "";
        var arguments = type.IsGenericType ? "Of" + string.Join("And", type.GetGenericArguments().Select(Of)) : "";
        return outer + name + arguments;
    }
}
