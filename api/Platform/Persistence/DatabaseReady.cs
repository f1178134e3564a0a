using Dapper;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>The database answers a question within two seconds.</summary>
public sealed class DatabaseReady(IDatabase database) : IReadyCheck
{
    /// <inheritdoc />
    public string Part => "database";

    /// <inheritdoc />
    public async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_version"), cancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is RefusedException or TimeoutException)
        {
            return "does not answer";
        }
    }
}
