namespace Jizhou.Public.Api.Places.Import;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it does: 读取, 比较, 写入.</param>
/// <param name="Done">How many rows or places it did.</param>
public sealed record ImportProgress(string Stage, int Done);
