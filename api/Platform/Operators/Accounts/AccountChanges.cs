using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Operators.Accounts;

/// <summary>An account to be made.</summary>
/// <param name="Name">Name to sign in with.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Password">Its first password.</param>
/// <param name="MustChange">Must it be changed at the first sign-in?</param>
/// <param name="Subject">Who it is to the single sign-on; null for nobody.</param>
public sealed record NewAccount(string Name, string Role, string Password, bool MustChange, string? Subject);

/// <summary>
/// Every change of an account, noted in the transaction that makes it. Each answers null when done, else a sentence that says why not.
/// In the console nobody takes the last way in away: not from oneself, and not from the last administrator.
/// </summary>
public sealed class AccountChanges(IDatabase database, AuditLog audit, SignInLocks locks, JizhouClock clock)
{
    private const string Unknown = "没有这个账号，可能刚被删除";
    private const string NotOneself = "不能对自己的账号做这件事；请另一位管理员来做";
    private const string LastAdministrator = "这是最后一个能用的管理员，动了它就没有人能管账号了；请先添加另一位管理员";

    /// <summary>Makes an account; false when its name or its subject is taken.</summary>
    public Task<bool> AddAsync(NewAccount account, Actor actor, CancellationToken cancellationToken)
    {
        var hash = OperatorStore.HashOf(account.Password);
        return database.WriteAsync(async tx =>
        {
            await PassAsync(tx);
            var isTaken = account.Subject is { } subject && await OwnerAsync(tx, subject) is not null;
            if (isTaken || !await OperatorStore.InsertAsync(tx, account.Name, account.Role, hash, account.MustChange, account.Subject, clock.Now))
            {
                return false;
            }

            await audit.NoteAsync(tx, actor, AccountActions.AccountAdded, OperatorStore.Normalise(account.Name), $"添加账号，角色：{Roles.Names[account.Role]}");
            return true;
        }, cancellationToken);
    }

    /// <summary>Gives another role; who is signed in has to sign in again.</summary>
    public Task<string?> ChangeRoleAsync(string name, string role, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(name, actor, takesWayIn: role != Roles.Administrator, async (tx, account) =>
        {
            if (account.Role == role)
            {
                return "角色和原来一样，没有改动";
            }

            await SetAsync(tx, account.Name, "UPDATE operator_account SET role = @value, stamp = @stamp WHERE name = @name", role);
            await audit.NoteAsync(tx, actor, AccountActions.RoleChanged, account.Name, $"角色由{Roles.Names.GetValueOrDefault(account.Role, account.Role)}改为{Roles.Names[role]}");
            return null;
        }, cancellationToken);

    /// <summary>Gives a password that must be changed at the next sign-in; ends every session of the account and its pause.</summary>
    public Task<string?> ResetPasswordAsync(string name, string password, Actor actor, CancellationToken cancellationToken)
    {
        var hash = OperatorStore.HashOf(password);
        return ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
        {
            await SetAsync(tx, account.Name, "UPDATE operator_account SET password_hash = @value, must_change = 1, stamp = @stamp WHERE name = @name", hash);
            await locks.ForgetAsync(tx, account.Name);
            await audit.NoteAsync(tx, actor, AccountActions.PasswordReset, account.Name, "重设密码，登录立即失效，下次登录须改密码");
            return null;
        }, cancellationToken);
    }

    /// <summary>The operator's own new password; every other session of the account ends.</summary>
    public Task<string?> ChangePasswordAsync(string name, string password, Actor actor, CancellationToken cancellationToken)
    {
        var hash = OperatorStore.HashOf(password);
        return ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
        {
            await SetAsync(tx, account.Name, "UPDATE operator_account SET password_hash = @value, must_change = 0, stamp = @stamp WHERE name = @name", hash);
            await audit.NoteAsync(tx, actor, AccountActions.PasswordChanged, account.Name, "修改自己的密码，其他地方的登录失效");
            return null;
        }, cancellationToken);
    }

    /// <summary>Stops an account from being used; ends its sessions.</summary>
    public Task<string?> LockAsync(string name, Actor actor, CancellationToken cancellationToken) => ChangeAsync(name, actor, takesWayIn: true, async (tx, account) =>
    {
        if (account.LockedAt is not null)
        {
            return "这个账号已经停用";
        }

        await SetAsync(tx, account.Name, "UPDATE operator_account SET locked_at = @value, stamp = @stamp WHERE name = @name", clock.Now.ToUnixTimeMilliseconds());
        await audit.NoteAsync(tx, actor, AccountActions.AccountLocked, account.Name, "停用账号，登录立即失效");
        return null;
    }, cancellationToken);

    /// <summary>Lets a locked account be used again.</summary>
    public Task<string?> UnlockAsync(string name, Actor actor, CancellationToken cancellationToken) => ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
    {
        if (account.LockedAt is null)
        {
            return "这个账号没有停用";
        }

        await SetAsync<long?>(tx, account.Name, "UPDATE operator_account SET locked_at = @value, stamp = @stamp WHERE name = @name", null);
        await audit.NoteAsync(tx, actor, AccountActions.AccountUnlocked, account.Name, "恢复账号");
        return null;
    }, cancellationToken);

    /// <summary>Ends the pause after too many wrong passwords.</summary>
    public Task<string?> LiftPauseAsync(string name, Actor actor, CancellationToken cancellationToken) => ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
    {
        if (!await locks.ForgetAsync(tx, account.Name))
        {
            return "这个账号没有暂停";
        }

        await audit.NoteAsync(tx, actor, AccountActions.PauseLifted, account.Name, "解除多次输错密码后的暂停");
        return null;
    }, cancellationToken);

    /// <summary>Links the account to a subject of the single sign-on; blank ends the link.</summary>
    public Task<string?> LinkAsync(string name, string subject, Actor actor, CancellationToken cancellationToken) => ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
    {
        var value = subject.Length == 0 ? null : subject;
        if (value == account.Subject)
        {
            return "和原来一样，没有改动";
        }

        if (value is not null && await OwnerAsync(tx, value) is not null)
        {
            return "这个统一身份已经关联了别的账号";
        }

        await SetAsync(tx, account.Name, "UPDATE operator_account SET subject = @value, stamp = @stamp WHERE name = @name", value);
        await audit.NoteAsync(tx, actor, AccountActions.SubjectLinked, account.Name, value is null ? "取消关联统一身份" : "关联统一身份");
        return null;
    }, cancellationToken);

    /// <summary>The villages of an agent within one township anew: codes of villages, or the township's own for all of it. Others stay.</summary>
    public Task<string?> SetVillagesAsync(string name, string township, IReadOnlyCollection<string> codes, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(name, actor, takesWayIn: false, async (tx, account) =>
        {
            await OperatorVillages.ReplaceAsync(tx, account.Name, township, codes);
            await audit.NoteAsync(tx, actor, AccountActions.VillagesChanged, account.Name, $"{township} 里负责：{(codes.Count == 0 ? "无" : string.Join("、", codes))}");
            return null;
        }, cancellationToken);

    /// <summary>Removes the account for good; its sessions end.</summary>
    public Task<string?> RemoveAsync(string name, Actor actor, CancellationToken cancellationToken) => ChangeAsync(name, actor, takesWayIn: true, async (tx, account) =>
    {
        await OperatorStore.DeleteAsync(tx, account.Name);
        await audit.NoteAsync(tx, actor, AccountActions.AccountRemoved, account.Name, "删除账号，登录立即失效");
        return null;
    }, cancellationToken);

    private Task<string?> ChangeAsync(string name, Actor actor, bool takesWayIn, Func<DbTransaction, OperatorAccount, Task<string?>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(async tx =>
        {
            await PassAsync(tx);
            var account = await tx.Open().QuerySingleOrDefaultAsync<OperatorAccount?>(
                $"SELECT {OperatorStore.Columns} FROM operator_account WHERE name = @name", new { name = OperatorStore.Normalise(name) }, tx);
            if (account is null)
            {
                return Unknown;
            }

            return takesWayIn && actor != Actor.CommandLine && await WhyNotAsync(tx, account, actor) is { } why ? why : await change(tx, account);
        }, cancellationToken);

    private static async Task<string?> WhyNotAsync(DbTransaction tx, OperatorAccount account, Actor actor)
    {
        if (account.Name == actor.Name)
        {
            return NotOneself;
        }

        var others = await tx.Open().ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM operator_account WHERE role = @role AND locked_at IS NULL AND name <> @Name", new { role = Roles.Administrator, account.Name }, tx);
        return account.Role == Roles.Administrator && others == 0 ? LastAdministrator : null;
    }

    // Two administrators who lock each other at the same moment wait here: the second finds no other one left.
    private Task PassAsync(DbTransaction tx) => Gate.PassAsync(tx, database.Dialect, "accounts");

    private static Task<string?> OwnerAsync(DbTransaction tx, string subject) =>
        tx.Open().QuerySingleOrDefaultAsync<string?>("SELECT name FROM operator_account WHERE subject = @subject", new { subject }, tx);

    private static Task<int> SetAsync<T>(DbTransaction tx, string name, string sql, T value) =>
        tx.Open().ExecuteAsync(sql, new { name, value, stamp = OperatorStore.NewStamp() }, tx);
}
