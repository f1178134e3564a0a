using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Makes guessing passwords slow: after 5 failures of an account or 20 of an address, 15 minutes pass. Kept in the database, so that a restart or another node forgets nothing.</summary>
public sealed class SignInLocks(IDatabase database, JizhouClock clock, KeyedHash hash)
{
    private const int AccountFailures = 5;
    private const int AddressFailures = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Must this account or this address wait? Asking counts as nothing.</summary>
    public async Task<bool> IsLockedAsync(string name, string address, CancellationToken cancellationToken)
    {
        var since = (clock.Now - Pause).ToUnixTimeMilliseconds();
        var failures = await database.ReadAsync(
            c => c.QueryAsync<(string Gate, long Failures)>("SELECT gate, failures FROM sign_in_failure WHERE (gate = @account OR gate = @address) AND last_at > @since",
                new { account = Account(name), address = Address(address), since }), cancellationToken);
        return failures.Any(f => f.Failures >= (f.Gate == Account(name) ? AccountFailures : AddressFailures));
    }

    /// <summary>Counts a failure; one that is older than the pause is forgotten first.</summary>
    public Task NoteAsync(string name, string address, CancellationToken cancellationToken) => database.WriteAsync(async tx =>
    {
        var now = clock.Now;
        foreach (var gate in (string[])[Account(name), Address(address)])
        {
            await tx.Open().ExecuteAsync("""
                INSERT INTO sign_in_failure (gate, failures, last_at) VALUES (@gate, 1, @now)
                ON CONFLICT (gate) DO UPDATE SET failures = CASE WHEN sign_in_failure.last_at > @since THEN sign_in_failure.failures + 1 ELSE 1 END, last_at = @now
                """, new { gate, now = now.ToUnixTimeMilliseconds(), since = (now - Pause).ToUnixTimeMilliseconds() }, tx);
        }

        return true;
    }, cancellationToken);

    /// <summary>Forgets the failures of an account that has signed in; those of the address stay.</summary>
    public Task ForgetAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        tx => tx.Open().ExecuteAsync("DELETE FROM sign_in_failure WHERE gate = @gate", new { gate = Account(name) }, tx), cancellationToken);

    /// <summary>Until when each of these accounts is paused; accounts that are not paused are absent.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> PausedAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var gates = names.ToDictionary(Account, StringComparer.Ordinal);
        var since = (clock.Now - Pause).ToUnixTimeMilliseconds();
        var paused = await database.ReadAsync(c => c.QueryAsync<(string Gate, long LastAt)>(
            "SELECT gate, last_at FROM sign_in_failure WHERE failures >= @most AND last_at > @since", new { most = AccountFailures, since }), cancellationToken);
        return paused.Where(row => gates.ContainsKey(row.Gate))
            .ToDictionary(row => gates[row.Gate], row => DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt).ToOffset(JizhouClock.Offset) + Pause, StringComparer.Ordinal);
    }

    /// <summary>Forgets the failures of an account in a transaction; false when it had none.</summary>
    internal async Task<bool> ForgetAsync(DbTransaction transaction, string name) =>
        await transaction.Open().ExecuteAsync("DELETE FROM sign_in_failure WHERE gate = @gate", new { gate = Account(name) }, transaction) == 1;

    private string Account(string name) => "account " + Convert.ToHexStringLower(hash.Of(OperatorStore.Normalise(name), "operator.sign-in"));

    private string Address(string address) => "address " + Convert.ToHexStringLower(hash.Of(address, "operator.sign-in"));
}
