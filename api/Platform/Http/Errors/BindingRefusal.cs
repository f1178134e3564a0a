using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Says in our words why the framework could not read a request.</summary>
public static partial class BindingRefusal
{
    /// <summary>The refusal for a request that could not be bound.</summary>
    public static Refusal Of(BadHttpRequestException failure)
    {
        if (failure.StatusCode != StatusCodes.Status400BadRequest)
        {
            return PlatformRefusals.OfStatus(failure.StatusCode) ?? PlatformRefusals.BadRequest.Because("请求不合规范，没有处理。");
        }

        if (failure.InnerException is JsonException json)
        {
            return OfJson(json);
        }

        if (Parameter().Match(failure.Message) is { Success: true } found)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(found.Groups["name"].Value);
            return PlatformRefusals.InvalidParameter.Because($"参数 {name} 的值不对。")
                with
            { Fields = [new FieldRefusal(name, FieldCodes.Invalid, $"{name} 的值不对，请看接口文档。")] };
        }

        return failure.Message.Contains("no body was provided", StringComparison.Ordinal)
            || failure.Message.Contains("from body", StringComparison.Ordinal)
            ? PlatformRefusals.InvalidBody.Because("请求体是空的，应为 JSON。")
            : PlatformRefusals.BadRequest.Because("请求不合规范，没有处理。");
    }

    private static Refusal OfJson(JsonException json)
    {
        var missing = Missing().Match(json.Message);
        if (missing.Success)
        {
            var names = missing.Groups["name"].Captures.Select(name => name.Value).ToList();
            return PlatformRefusals.InvalidBody.Because($"缺少 {string.Join("、", names)}。")
                with
            { Fields = [.. names.Select(name => new FieldRefusal(name, FieldCodes.Required, $"缺少 {name}。"))] };
        }

        if (Repeated().Match(json.Message) is { Success: true } twice)
        {
            return OfField(twice.Groups["name"].Value, FieldCodes.Repeated, "{0} 只能给一次。");
        }

        var field = json.Path is { Length: > 2 } path ? path[2..] : "";
        if (field.Length == 0)
        {
            return PlatformRefusals.InvalidBody.Because($"请求体不是合格的 JSON（第 {(json.LineNumber ?? 0) + 1} 行）。");
        }

        return json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? OfField(field, FieldCodes.Unknown, "没有 {0} 这个字段，请检查拼写。")
            : OfField(field, FieldCodes.WrongType, "{0} 的类型或写法不对，请看接口文档。");
    }

    private static Refusal OfField(string field, string code, [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string words)
    {
        var message = string.Format(CultureInfo.InvariantCulture, words, field);
        return PlatformRefusals.InvalidBody.Because(message) with { Fields = [new FieldRefusal(field, code, message)] };
    }

    // The framework names the parameter only inside its message; tests/api pins these two forms.
    [GeneratedRegex("parameter \"[^\"]* (?<name>\\w+)\" (from|was not provided from (query|route|header))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();

    [GeneratedRegex("Duplicate property '(?<name>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Repeated();

    [GeneratedRegex("missing required properties including: ('(?<name>[^']+)'(, |; |\\.))+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Missing();
}
