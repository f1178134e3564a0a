using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>Deletes the copies taken before migrations and restores after a month: they would keep personal data longer than the privacy page promises.</summary>
public sealed class OldCopies(string dataFolder, TimeProvider time) : IExpiringData
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public (string Chinese, string English) Name => ("份升级前的旧副本", "old copies of the database");

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var old = !Directory.Exists(dataFolder) ? [] : new DirectoryInfo(dataFolder).EnumerateFiles("jizhou-before-*").Where(file => time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) > KeptFor).ToList();
        old.ForEach(file => file.Delete());
        return Task.FromResult(old.Count);
    }
}
