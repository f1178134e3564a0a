using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Collectors;

/// <summary>The refusals of the collectors' directory.</summary>
public static class CollectorsRefusals
{
    public static readonly RefusalKind UnknownStream = new(
        "unknown_stream", 400, "没有这一类收运", "stream 应是 kitchen-waste、waste-oil、textile、recyclable、construction、farm-waste 之一；allowed 列出全部。");

    public static readonly RefusalKind UnknownTownship = new(
        "unknown_collector_township", 400, "没有这个乡镇", "township 应是本区乡镇、街道的 9 位代码，如 120119104（下营镇）。");

    /// <summary>The first of the two that the directory does not know; null when both are known or absent.</summary>
    public static Refusal? Check(Geography geo, string? stream, string? township)
    {
        if (stream is not null && !CollectorWords.Streams.ContainsKey(stream))
        {
            return UnknownStream.Because($"stream=“{stream}”不认识。") with
            {
                Fields = [new FieldRefusal("stream", "not_one_of", $"不认识“{stream}”")],
                More = new Dictionary<string, object?> { ["allowed"] = CollectorWords.Streams.Keys.ToArray() },
            };
        }

        return township is null || geo.Townships.Any(t => t.Code == township) ? null : UnknownTownship.Because($"township=“{township}”不是本区的乡镇、街道。") with
        {
            Fields = [new FieldRefusal("township", "not_one_of", $"不认识“{township}”")],
        };
    }
}
