using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>What every address below /ogc refuses. (The platform's own check knows only parameters that are written down in a handler.)</summary>
internal static class QueryCheck
{
    /// <summary>The parameters of addresses that only have a form.</summary>
    public static readonly IReadOnlyList<string> OnlyForm = [FormChoice.Parameter];

    /// <summary>Refuses unknown names, in any other spelling too, and repetitions; null when all is well.</summary>
    public static Refusal? Refuse(IQueryCollection asked, IReadOnlyList<string> allowed)
    {
        foreach (var (name, values) in asked)
        {
            if (!allowed.Contains(name, StringComparer.Ordinal))
            {
                return OgcRefusals.Unknown(name, allowed);
            }

            if (values.Count > 1)
            {
                return OgcRefusals.Repeated(name);
            }
        }

        return null;
    }

    /// <summary>Refuses a coordinate system that is not offered; null when it is, or none was named.</summary>
    public static Refusal? RefuseCrs(string name, string? uri) => uri is null || KnownCrs.Find(uri) is not null
        ? null
        : OgcRefusals.Invalid(name, uri, $" {string.Join(" 或 ", KnownCrs.All.Select(crs => crs.Uri))}", FieldCodes.NotOneOf);
}
