using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Jizhou.Public.Api.Platform.Operators.Oidc;

/// <summary>Which account an identity may use: the linked one; with a role claim also one made for it.</summary>
public sealed class OidcAccounts(OidcSettings settings, OperatorStore store, AccountChanges changes)
{
    private const string NotLinked = "您的统一身份还没有关联工作台账号。请把下面这串标识告诉管理员，由管理员填在您的账号页上：";

    /// <summary>Who made an account nobody asked for.</summary>
    private static readonly Actor Actor = new("统一身份认证", "");

    /// <summary>The account, or a sentence that says why there is none, with the identity for the administrator where that helps.</summary>
    public async Task<(OperatorAccount? Account, string? Problem, string? Subject)> FindAsync(JsonWebToken identity, CancellationToken cancellationToken)
    {
        if (Value(identity, settings.AccountClaim) is not { Length: > 0 and <= 255 } subject)
        {
            return (null, "统一身份认证没有给出您的标识，请联系管理员检查设置。", null);
        }

        var account = await store.FindSubjectAsync(subject, cancellationToken);
        if (settings.RoleClaim.Length == 0)
        {
            return account is null ? (null, NotLinked, subject) : Usable(account);
        }

        var role = RoleOf(identity);
        if (role is null)
        {
            return (null, "您的统一身份没有工作台的角色，请联系管理员。", null);
        }

        return account is null ? await MakeAsync(identity, subject, role, cancellationToken) : await RenewAsync(account, role, cancellationToken);
    }

    private async Task<(OperatorAccount? Account, string? Problem, string? Subject)> MakeAsync(JsonWebToken identity, string subject, string role, CancellationToken cancellationToken)
    {
        var name = Value(identity, settings.NameClaim) ?? "";
        if (AccountRules.WhyNotName(name) is not null)
        {
            return (null, "统一身份认证没有给出可用的用户名，请联系管理员检查设置。", null);
        }

        // Its password is known to nobody; an existing account of that name is somebody's: only an administrator may link it.
        var made = await changes.AddAsync(new NewAccount(name, role, AccountRules.NewPassword(), MustChange: false, subject), Actor, cancellationToken);
        return made ? Usable((await store.FindSubjectAsync(subject, cancellationToken))!) : (null, NotLinked, subject);
    }

    private async Task<(OperatorAccount? Account, string? Problem, string? Subject)> RenewAsync(OperatorAccount account, string role, CancellationToken cancellationToken)
    {
        if (account.Role == role)
        {
            return Usable(account);
        }

        return await changes.ChangeRoleAsync(account.Name, role, Actor, cancellationToken) is { } problem
            ? (null, $"您在统一身份认证里的角色变了，但{problem}。", null)
            : Usable((await store.FindAsync(account.Name, cancellationToken))!);
    }

    // Whoever proved the identity elsewhere need not choose a password here.
    private static (OperatorAccount? Account, string? Problem, string? Subject) Usable(OperatorAccount account) =>
        account.LockedAt is null ? (account with { MustChange = 0 }, null, null) : (null, "您的账号已停用，请联系管理员。", null);

    private string? RoleOf(JsonWebToken identity)
    {
        var theirs = identity.Claims.Where(claim => claim.Type == settings.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return settings.RoleOf.FirstOrDefault(pair => theirs.Contains(pair.Key)).Value;
    }

    private static string? Value(JsonWebToken identity, string claim) => identity.Claims.FirstOrDefault(c => c.Type == claim)?.Value;
}
