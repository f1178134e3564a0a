using System.Data.Common;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>
/// Carries "something changed" to every process, so that snapshots are renewed: a version row in the database (the truth,
/// polled), and a channel that only makes it faster. For rare changes (imports, closed days): every change of a
/// topic writes the same row. What changes with every booking uses a cache tag with a short life instead.
/// </summary>
public interface IChangeFeed
{
    /// <summary>
    /// Runs a unit of work and announces the change in the same transaction. When it answers, this process has renewed its
    /// own snapshots of the topic; the others follow within two seconds.
    /// </summary>
    Task<T> ChangeAsync<T>(string topic, Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>Calls <paramref name="renew"/> after every change of the topic, here or elsewhere, one call at a time.</summary>
    void Subscribe(string topic, Func<CancellationToken, Task> renew);
}
