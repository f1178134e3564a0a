namespace Jizhou.Public.History.Machines;

/// <summary>A folder that goes when the run ends.</summary>
public sealed class TemporaryFolder : IAsyncDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("jizhou-history-").FullName;

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
