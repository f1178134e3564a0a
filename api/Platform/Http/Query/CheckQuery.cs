using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// Refuses unknown query parameters and values of the wrong kind before the handler runs, naming each field. A misspelt
/// filter that is ignored would answer with everything and look right.
/// </summary>
public sealed class CheckQuery(RequestDelegate next, QueryRules rules, ProblemWriter problems)
{
    /// <summary>Passes on when every parameter is known and readable.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || rules.Of(endpoint) is not { } known)
        {
            return next(context);
        }

        return Refuse(context.Request.Query, known) is { } refusal ? problems.WriteAsync(context, refusal) : next(context);
    }

    private static Refusal? Refuse(IQueryCollection query, IReadOnlyList<QueryRule> known)
    {
        foreach (var (name, _) in query)
        {
            if (!known.Any(rule => rule.Name == name))
            {
                return Unknown(name, known);
            }
        }

        List<FieldRefusal>? wrong = null;
        foreach (var rule in known)
        {
            if (Wrong(rule, query[rule.Name]) is { } field)
            {
                (wrong ??= []).Add(field);
            }
        }

        return wrong is null
            ? null
            : PlatformRefusals.InvalidParameter.Because(string.Join("；", wrong.Select(field => field.Message))) with { Fields = wrong };
    }

    private static FieldRefusal? Wrong(QueryRule rule, StringValues values)
    {
        if (values.Count == 0)
        {
            return rule.IsRequired ? new FieldRefusal(rule.Name, FieldCodes.Required, $"缺少参数 {rule.Name}") : null;
        }

        if (values.Count > 1 && !rule.IsList)
        {
            return new FieldRefusal(rule.Name, FieldCodes.Repeated, $"参数 {rule.Name} 只能给一次");
        }

        foreach (var value in values)
        {
            if (!rule.Kind.Accepts(value ?? ""))
            {
                return new FieldRefusal(rule.Name, rule.Kind.Code, $"{rule.Name}=“{value}” 不对，应为{rule.Kind.Wanted}");
            }
        }

        return null;
    }

    private static Refusal Unknown(string name, IReadOnlyList<QueryRule> known)
    {
        var allowed = known.Select(rule => rule.Name).ToArray();
        var advice = allowed.Length == 0 ? "这个地址不带参数" : $"可用的参数：{string.Join("、", allowed)}";
        return PlatformRefusals.UnknownParameter.Because($"没有参数 “{name}”。{advice}。") with
        {
            Fields = [new FieldRefusal(name, FieldCodes.Unknown, $"没有参数 “{name}”")],
            More = new Dictionary<string, object?> { ["allowed"] = allowed },
        };
    }
}
