using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.UnitTests.Platform.Http;

/// <summary>Counting a client within fixed windows.</summary>
public sealed class ClientWindowsTests
{
    private static readonly ClientLimit Three = new(3, TimeSpan.FromMinutes(1));
    private readonly Monotonic _time = new();
    private readonly ClientWindows _windows;

    public ClientWindowsTests() => _windows = new ClientWindows(_time);

    [Fact]
    public void What_is_left_is_told_and_the_fourth_waits_for_the_next_window()
    {
        Assert.Equal([(true, 2), (true, 1), (true, 0), (false, 0)], Enumerable.Range(0, 4).Select(_ => _windows.Take("a", Three)).Select(s => (s.IsAllowed, s.Remaining)));
        _time.Advance(TimeSpan.FromSeconds(20.5));
        Assert.Equal(new WindowState(false, 0, 40), _windows.Take("a", Three)); // 39.5 s, rounded up
        _time.Advance(TimeSpan.FromSeconds(39.5));
        Assert.Equal(new WindowState(true, 2, 60), _windows.Take("a", Three));
    }

    [Fact]
    public void One_client_takes_nothing_from_another()
    {
        for (var i = 0; i < 5; i++)
        {
            _windows.Take("a", Three);
        }

        Assert.Equal(2, _windows.Take("b", Three).Remaining);
    }

    [Fact]
    public void Many_at_once_get_exactly_what_there_is() =>
        Assert.Equal(100, ParallelEnumerable.Range(0, 1000).Count(_ => _windows.Take("a", new ClientLimit(100, TimeSpan.FromHours(1))).IsAllowed));

    private sealed class Monotonic : TimeProvider
    {
        private long _at;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _at;

        public void Advance(TimeSpan by) => _at += by.Ticks;
    }
}
