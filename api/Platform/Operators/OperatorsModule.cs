using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Operators.Keys;
using Jizhou.Public.Api.Platform.Operators.Oidc;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Accounts of people, keys of machines, their commands and the frame of the console's pages.</summary>
public static class OperatorsModule
{
    /// <summary>Registers the operators' part.</summary>
    public static void AddOperators(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var sessions = SessionRules.Of(builder.Configuration);
        services.AddSingleton(sessions);
        services.AddSingleton<OperatorStore>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<OperatorVillages>();
        services.AddSingleton<SignInLocks>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton(OidcSettings.Of(builder.Configuration));
        services.AddSingleton<OidcProvider>();
        services.AddSingleton<OidcAccounts>();
        services.AddSingleton<ConsoleStyle>();
        services.AddSingleton<ConsoleLinks>();
        services.AddSingleton<AuditLog>();
        services.AddConsoleLink("/console/accounts/", "账号", "添加工作人员，换角色，定负责的村，重设密码，停用。", 91, Roles.Administrator);
        services.AddConsoleLink("/console/keys/", "接口密钥", "给设备和程序发密钥，吊销不用的。", 92, Roles.Administrator);
        services.AddConsoleLink("/console/audit/", "操作记录", "谁在什么时候做了什么，可以下载。", 95, Roles.Administrator);
        foreach (var action in AccountActions.All)
        {
            services.AddAuditAction(action);
        }

        services.AddCommand("operators", OperatorsCommand.Usage, OperatorsCommand.RunAsync);
        services.AddCommand("keys", KeysCommand.Usage, KeysCommand.RunAsync);
        services.Configure<CookieAuthenticationOptions>(SignIn.Scheme, options =>
        {
            options.ExpireTimeSpan = sessions.Idle;
            options.Events.OnValidatePrincipal = OperatorSession.ValidateAsync;
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // or Chinese becomes &#x…;
        services.AddRazorComponents();
    }

    /// <summary>The style sheet of the console, the log, accounts and keys.</summary>
    public static void MapOperators(this IEndpointRouteBuilder app)
    {
        ConsoleStyle.Map(app);
        ListAudit.Map(app);
        ListAccounts.Map(app);
        AddAccount.Map(app);
        EditAccount.Map(app);
        ChangeOwnPassword.Map(app);
        ManageKeys.Map(app);
        SignInWithOidc.Map(app);
    }
}
