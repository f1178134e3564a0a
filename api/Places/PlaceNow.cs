using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>What is true of a place during a stretch of time: open or not, and what its terminal says. Made once a stretch, not once a request.</summary>
/// <param name="From">Start of the stretch, included.</param>
/// <param name="Until">End of the stretch, excluded.</param>
/// <param name="Answer">Whether it is open.</param>
/// <param name="Words">The same in Chinese.</param>
/// <param name="Days">The next days on which something that comes and goes is there; empty for what stands still.</param>
/// <param name="Json">Its members, beginning with a comma, in UTF-8.</param>
/// <param name="Hash">Changes whenever <paramref name="Json"/> does.</param>
public sealed record PlaceNow(DateTimeOffset From, DateTimeOffset Until, OpenAnswer Answer, string Words, IReadOnlyList<DateOnly> Days, ReadOnlyMemory<byte> Json, ulong Hash)
{
    private const int ComingDaysTold = 5;

    /// <summary>Whether the place can be used now.</summary>
    public bool IsOpen => Answer.State is OpenState.Open or OpenState.Always;

    /// <summary>Whether the moment lies in the stretch.</summary>
    public bool Covers(DateTimeOffset now) => now >= From && now < Until;

    /// <summary>Works it out for a moment.</summary>
    public static PlaceNow At(DateTimeOffset now, PlaceEntry entry, Func<DateOnly, DayState> stateOf)
    {
        var (hours, status) = (entry.Hours, entry.Status);
        var answer = hours.StateAt(now, stateOf);
        var until = status is not null && status.IsLive(now) && status.LiveUntil < answer.ValidUntil ? status.LiveUntil : answer.ValidUntil;
        var days = entry.Comes && (hours.IsUnderstood || hours.HasDays) ? hours.ComingDays(now, ComingDaysTold, stateOf) : [];
        var words = OpeningWords.Of(answer, DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime), entry.Comes ? days : null);
        var json = PlaceJson.Now(answer, words, days, status, now);
        var hash = default(ContentHash);
        hash.Add(json);
        return new PlaceNow(now, until, answer, words, days, json, hash.Value);
    }
}
