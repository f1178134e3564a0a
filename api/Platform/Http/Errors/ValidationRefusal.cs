using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Gives the framework's validation answers our form: a list of fields named as the client wrote them.</summary>
public static class ValidationRefusal
{
    /// <summary>The problem itself, or our form of a validation problem.</summary>
    public static ProblemDetails Translate(ProblemDetails problem)
        => problem is HttpValidationProblemDetails validation ? Of(validation).ToDetails() : problem;

    private static Refusal Of(HttpValidationProblemDetails validation)
    {
        var fields = validation.Errors
            .SelectMany(error => error.Value.Select(message => new FieldRefusal(WireName(error.Key), FieldCodes.Invalid, message)))
            .OrderBy(field => field.Field, StringComparer.Ordinal)
            .ToList();
        return PlatformRefusals.InvalidFields.Because($"请检查：{string.Join("；", fields.Select(field => field.Message))}") with { Fields = fields };
    }

    private static string WireName(string path)
        => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
