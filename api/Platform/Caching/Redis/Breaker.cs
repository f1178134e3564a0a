namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>
/// Opens after three failures in a row; then lets one call through each second as a probe, and closes when one succeeds.
/// </summary>
public sealed class Breaker(TimeProvider time)
{
    private const int Failures = 3;
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _failures;
    private long _lastTry;

    /// <summary>True when a call may be made now.</summary>
    public bool MayTry()
    {
        lock (_gate)
        {
            if (_failures >= Failures && time.GetElapsedTime(_lastTry) < ProbeEvery)
            {
                return false;
            }

            _lastTry = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>Notes a success; true when it closed the breaker.</summary>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var wasOpen = _failures >= Failures;
            _failures = 0;
            return wasOpen;
        }
    }

    /// <summary>Notes a failure; true when it opened the breaker.</summary>
    public bool Failed()
    {
        lock (_gate)
        {
            return ++_failures == Failures;
        }
    }
}
