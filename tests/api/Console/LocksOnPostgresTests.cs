using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>Accounts, locks and keys on PostgreSQL; everything else about them is tested on the embedded database.</summary>
public sealed class LocksOnPostgresTests(PostgresBookings servers) : IClassFixture<PostgresBookings>
{
    [Fact]
    public async Task Accounts_locks_and_keys_work_on_postgres()
    {
        _ = servers.Api.Http;
        var (operators, locks, keys) = (Get<OperatorStore>(), Get<SignInLocks>(), Get<ApiKeyStore>());
        Assert.True(await operators.AddAsync("Wang", Roles.Viewer, "correct horse battery", CancellationToken.None));
        Assert.False(await operators.AddAsync("wang", Roles.Viewer, "correct horse battery", CancellationToken.None));
        Assert.NotNull(await operators.VerifyAsync("wang", "correct horse battery", CancellationToken.None));

        for (var i = 0; i < 5; i++)
        {
            Assert.False(await locks.IsLockedAsync("wang", "198.51.100.7", CancellationToken.None));
            await locks.NoteAsync("wang", "198.51.100.7", CancellationToken.None);
        }

        Assert.True(await locks.IsLockedAsync("wang", "203.0.113.9", CancellationToken.None));
        Assert.False(await locks.IsLockedAsync("li", "198.51.100.7", CancellationToken.None));
        await locks.ForgetAsync("wang", CancellationToken.None);
        Assert.False(await locks.IsLockedAsync("wang", "203.0.113.9", CancellationToken.None));

        var (id, _) = await keys.IssueAsync(ApiKeyStore.Terminals, "test", Actor.CommandLine, CancellationToken.None);
        Assert.Null(Assert.Single(await keys.ListAsync(CancellationToken.None)).RevokedAt);
        Assert.True(await keys.RevokeAsync(id, Actor.CommandLine, CancellationToken.None));
        Assert.NotNull(Assert.Single(await keys.ListAsync(CancellationToken.None)).RevokedAt);
    }

    private T Get<T>()
        where T : notnull => servers.Api.Services.GetRequiredService<T>();
}
