namespace Jizhou.Public.Api.Platform.Operators.Audit;

/// <summary>What is noted about accounts, sessions and keys.</summary>
public static class AccountActions
{
    /// <summary>Somebody signed in.</summary>
    public static readonly AuditAction SignedIn = new("sign-in", "登录");

    /// <summary>An account was made.</summary>
    public static readonly AuditAction AccountAdded = new("account-add", "添加账号");

    /// <summary>An account was removed.</summary>
    public static readonly AuditAction AccountRemoved = new("account-remove", "删除账号");

    /// <summary>A machine got a key.</summary>
    public static readonly AuditAction KeyIssued = new("key-issue", "发放密钥");

    /// <summary>A key was revoked.</summary>
    public static readonly AuditAction KeyRevoked = new("key-revoke", "吊销密钥");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = [SignedIn, AccountAdded, AccountRemoved, KeyIssued, KeyRevoked];
}
