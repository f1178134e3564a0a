namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>What a crew tells about a stop, checked.</summary>
/// <param name="Id">Made by the phone: the same one is the same result, however often it arrives.</param>
/// <param name="Round">The round.</param>
/// <param name="Reference">The booking.</param>
/// <param name="Result">collected, partly-collected or not-collected: the state it leads to.</param>
/// <param name="Reason">Code of why not all; null for collected.</param>
/// <param name="Note">Own words; null for none.</param>
/// <param name="HappenedAt">When it happened, by our clock.</param>
/// <param name="Loads">What was loaded, by stream.</param>
public sealed record CrewResult(string Id, string Round, string Reference, string Result, string? Reason, string? Note, DateTimeOffset HappenedAt, IReadOnlyList<StreamLoad> Loads);

/// <summary>An amount of one stream; at least one of the two is there.</summary>
/// <param name="Stream">Code of the stream.</param>
/// <param name="Litres">Volume; null when not told.</param>
/// <param name="Kilograms">Mass; null when not told.</param>
/// <param name="Centre">Code of where it was tipped; null when not told yet.</param>
public sealed record StreamLoad(string Stream, int? Litres, int? Kilograms, string? Centre);

/// <summary>What a round tipped, checked.</summary>
/// <param name="Id">Made by the phone.</param>
/// <param name="Round">The round.</param>
/// <param name="HappenedAt">When it was tipped, by our clock.</param>
/// <param name="Loads">What was tipped, by stream; each with its centre.</param>
public sealed record TippedLoad(string Id, string Round, DateTimeOffset HappenedAt, IReadOnlyList<StreamLoad> Loads);

/// <summary>The words of results.</summary>
public static class ResultWords
{
    /// <summary>For people.</summary>
    public static string Of(string result) => result switch
    {
        "collected" => "全部收完",
        "partly-collected" => "收了一部分",
        "not-collected" => "没有收",
        _ => result,
    };
}
