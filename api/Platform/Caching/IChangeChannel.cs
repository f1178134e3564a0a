namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>A faster way than polling to hear of changes. It may lose messages; the version row does not.</summary>
public interface IChangeChannel
{
    /// <summary>Tells the other processes. Never throws.</summary>
    Task TellAsync(string topic);

    /// <summary>Calls <paramref name="heard"/> for each message.</summary>
    Task ListenAsync(Action heard);
}

/// <summary>No channel: polling alone.</summary>
public sealed class NoChannel : IChangeChannel
{
    /// <inheritdoc />
    public Task TellAsync(string topic) => Task.CompletedTask;

    /// <inheritdoc />
    public Task ListenAsync(Action heard) => Task.CompletedTask;
}
