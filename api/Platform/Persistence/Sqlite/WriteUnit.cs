using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>One unit of work that waits for the writer.</summary>
public interface IWriteUnit
{
    /// <summary>True when nobody waits for it any more; it is then skipped.</summary>
    bool IsAbandoned { get; }

    /// <summary>Does the work and keeps its result until the group is durable.</summary>
    Task RunAsync(SqliteTransaction transaction);

    /// <summary>Hands the result to the waiting caller: the group is durable.</summary>
    void Succeed();

    /// <summary>Hands the failure to the waiting caller: nothing of this unit was kept.</summary>
    void Fail(Exception failure);
}

/// <summary>A unit that answers a <typeparamref name="T"/>.</summary>
public sealed class WriteUnit<T>(Func<SqliteTransaction, Task<T>> write, CancellationToken cancellationToken) : IWriteUnit
{
    // Continuations run elsewhere: a slow caller must not hold up the writer.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    /// <summary>Ends when the unit is durable or has failed.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc />
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    /// <inheritdoc />
    public async Task RunAsync(SqliteTransaction transaction) => _result = await write(transaction);

    /// <inheritdoc />
    public void Succeed() => _done.TrySetResult(_result);

    /// <inheritdoc />
    public void Fail(Exception failure) => _done.TrySetException(failure);
}
