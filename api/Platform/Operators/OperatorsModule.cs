using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
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
        services.AddSingleton<OperatorStore>();
        services.AddSingleton<SignInLocks>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ConsoleStyle>();
        services.AddSingleton<ConsoleLinks>();
        services.AddSingleton<AuditLog>();
        services.AddConsoleLink("/console/audit/", "操作记录", "谁在什么时候做了什么，可以下载。", 95, Roles.Administrator);
        foreach (var action in AccountActions.All)
        {
            services.AddAuditAction(action);
        }

        services.AddCommand("operators", OperatorsCommand.Usage, OperatorsCommand.RunAsync);
        services.AddCommand("keys", KeysCommand.Usage, KeysCommand.RunAsync);
        services.Configure<CookieAuthenticationOptions>(SignIn.Scheme, options => options.Events.OnValidatePrincipal = OperatorSession.ValidateAsync);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // or Chinese becomes &#x…;
        services.AddRazorComponents();
    }

    /// <summary>The style sheet of the console and the log.</summary>
    public static void MapOperators(this IEndpointRouteBuilder app)
    {
        ConsoleStyle.Map(app);
        ListAudit.Map(app);
    }
}
