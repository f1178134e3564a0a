namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>
/// The time in Jizhou: Asia/Shanghai, which has been +08:00 without summer time since 1991; a constant offset needs no
/// zone data on the machine.
/// </summary>
public sealed class JizhouClock(TimeProvider time)
{
    /// <summary>The offset of every instant we tell.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>This instant, with +08:00.</summary>
    public DateTimeOffset Now => time.GetUtcNow().ToOffset(Offset);

    /// <summary>Today's date in Jizhou.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The instant of a wall-clock time in Jizhou.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly at) => new(date.ToDateTime(at), Offset);
}
