namespace Jizhou.Public.Api.Platform.Notices;

/// <summary>
/// How long to wait before the next attempt: doubled each time, cut at an hour, and spread between half and the whole of it
/// ("equal jitter"), so that messages which failed together do not come back together.
/// </summary>
/// <param name="share">Another number from 0 up to 1 at each call; seeded in tests.</param>
public sealed class BackOff(Func<double> share)
{
    /// <summary>After so many failed attempts a message is a dead letter: about eight hours after the first.</summary>
    public const int MostAttempts = 14;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);

    /// <summary>The wait after the attempt with this number, counted from 1; never shorter than what the receiver asked for, up to an hour.</summary>
    public TimeSpan After(int attempt, TimeSpan? asked = null)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(attempt, 1, 20) - 1);
        var full = doubled > Most ? Most : doubled;
        var wait = full * (0.5 + (share() / 2));
        return asked is not { } least || least <= wait ? wait : least < Most ? least : Most;
    }
}
