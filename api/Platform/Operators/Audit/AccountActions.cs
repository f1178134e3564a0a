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

    /// <summary>An account got another role.</summary>
    public static readonly AuditAction RoleChanged = new("account-role", "换角色");

    /// <summary>A village agent got other villages.</summary>
    public static readonly AuditAction VillagesChanged = new("account-villages", "改负责的村");

    /// <summary>An administrator gave an account a new password.</summary>
    public static readonly AuditAction PasswordReset = new("account-password-reset", "重设密码");

    /// <summary>An operator chose another password.</summary>
    public static readonly AuditAction PasswordChanged = new("account-password", "修改自己的密码");

    /// <summary>An account may no longer be used.</summary>
    public static readonly AuditAction AccountLocked = new("account-lock", "停用账号");

    /// <summary>A locked account may be used again.</summary>
    public static readonly AuditAction AccountUnlocked = new("account-unlock", "恢复账号");

    /// <summary>The pause after wrong passwords was ended early.</summary>
    public static readonly AuditAction PauseLifted = new("account-pause-lift", "解除登录暂停");

    /// <summary>An account was linked to the single sign-on, or no longer is.</summary>
    public static readonly AuditAction SubjectLinked = new("account-subject", "关联统一身份");

    /// <summary>A machine got a key.</summary>
    public static readonly AuditAction KeyIssued = new("key-issue", "发放密钥");

    /// <summary>A key was revoked.</summary>
    public static readonly AuditAction KeyRevoked = new("key-revoke", "吊销密钥");

    /// <summary>The key of personal data was changed for another.</summary>
    public static readonly AuditAction DataKeyRotated = new("data-key-rotate", "轮换数据密钥");

    /// <summary>A key of personal data that nothing used any more was destroyed.</summary>
    public static readonly AuditAction DataKeyRetired = new("data-key-retire", "销毁数据密钥");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuditAction> All { get; } =
    [
        SignedIn, AccountAdded, AccountRemoved, RoleChanged, VillagesChanged, PasswordReset, PasswordChanged, AccountLocked, AccountUnlocked,
        PauseLifted, SubjectLinked, KeyIssued, KeyRevoked, DataKeyRotated, DataKeyRetired,
    ];
}
