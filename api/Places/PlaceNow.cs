using Jizhou.Public.Api.Places.Hours;

namespace Jizhou.Public.Api.Places;

/// <summary>What is true of a place during a stretch of time: open or not, and what its terminal says. Made once a stretch, not once a request.</summary>
/// <param name="From">Start of the stretch, included.</param>
/// <param name="Until">End of the stretch, excluded.</param>
/// <param name="Answer">Whether it is open.</param>
/// <param name="Words">The same in Chinese.</param>
/// <param name="Json">Its members, beginning with a comma, in UTF-8.</param>
/// <param name="Hash">Changes whenever <paramref name="Json"/> does.</param>
public sealed record PlaceNow(DateTimeOffset From, DateTimeOffset Until, OpenAnswer Answer, string Words, ReadOnlyMemory<byte> Json, ulong Hash)
{
    /// <summary>Whether the place can be used now.</summary>
    public bool IsOpen => Answer.State is OpenState.Open or OpenState.Always;

    /// <summary>Whether the moment lies in the stretch.</summary>
    public bool Covers(DateTimeOffset now) => now >= From && now < Until;

    /// <summary>Works it out for a moment.</summary>
    public static PlaceNow At(DateTimeOffset now, OpeningHours hours, TerminalStatus? status, Func<DateOnly, bool> isHoliday)
    {
        var answer = hours.StateAt(now, isHoliday);
        var until = status is not null && status.IsLive(now) && status.LiveUntil < answer.ValidUntil ? status.LiveUntil : answer.ValidUntil;
        var words = OpeningWords.Of(answer, DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime));
        var json = PlaceJson.Now(answer, words, status, now);
        var hash = default(ContentHash);
        hash.Add(json);
        return new PlaceNow(now, until, answer, words, json, hash.Value);
    }
}
