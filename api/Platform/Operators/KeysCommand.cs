using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary><c>-- keys issue|list|revoke</c>: the keys of machines; <c>-- keys rotate|retire|status</c>: the keys of personal data.</summary>
public static class KeysCommand
{
    /// <summary>How it is written.</summary>
    public const string Usage = "keys issue --scope terminals [--name NAME] | keys list | keys revoke ID | keys rotate | keys retire ID | keys status";

    /// <summary>Runs it; 0 when done, 1 when there is no such key.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ApiKeyStore>();
        var read = new Words(words, Usage, ["scope", "name"]);
        return read.Plain switch
        {
            ["issue"] => await IssueAsync(services, read, cancellationToken),
            ["list"] => await ListAsync(store, cancellationToken),
            ["revoke", var id] => await RevokeAsync(services, id, cancellationToken),
            ["rotate"] => await RotateAsync(services, cancellationToken),
            ["retire", var id] => await RetireAsync(services, id, cancellationToken),
            ["status"] => await StatusAsync(services, cancellationToken),
            _ => throw read.Wrong("应为 issue、list、revoke、rotate、retire 或 status"),
        };
    }

    private static async Task<int> IssueAsync(IServiceProvider services, Words words, CancellationToken cancellationToken)
    {
        var scope = words.Value("scope") is { } given && ApiKeyStore.Scopes.Contains(given, StringComparer.Ordinal)
            ? given
            : throw words.Wrong($"--scope 应为 {string.Join("、", ApiKeyStore.Scopes)} 之一");
        var (id, key) = await services.GetRequiredService<ApiKeyStore>().IssueAsync(scope, words.Value("name") ?? scope, Actor.CommandLine, cancellationToken);
        Console.WriteLine($"编号 (id): {id}");
        Console.WriteLine($"密钥只显示这一次（the key is shown once）: {key}");
        return 0;
    }

    private static async Task<int> RotateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await RotateKeys.RotateAsync(services, cancellationToken);
        await NoteAsync(services, AccountActions.DataKeyRotated, "轮换个人信息的密钥", cancellationToken);
        return 0;
    }

    private static async Task<int> RetireAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var code = await RotateKeys.RetireAsync(services, id, cancellationToken);
        if (code == 0)
        {
            await NoteAsync(services, AccountActions.DataKeyRetired, $"销毁密钥 {id}", cancellationToken);
        }

        return code;
    }

    private static async Task<int> StatusAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await RotateKeys.StatusAsync(services, cancellationToken);
        return 0;
    }

    private static Task NoteAsync(IServiceProvider services, AuditAction action, string summary, CancellationToken cancellationToken)
        => services.GetRequiredService<AuditLog>().NoteAsync(Actor.CommandLine, action, "personal data", summary, cancellationToken);

    private static async Task<int> ListAsync(ApiKeyStore store, CancellationToken cancellationToken)
    {
        foreach (var key in await store.ListAsync(cancellationToken))
        {
            var created = DateTimeOffset.FromUnixTimeMilliseconds(key.CreatedAt).ToOffset(Hosting.JizhouClock.Offset);
            Console.WriteLine($"{key.Id}\t{key.Scope}\t{key.Name}\t{created:yyyy-MM-dd}\t{(key.RevokedAt is null ? "有效 (valid)" : "已撤销 (revoked)")}");
        }

        return 0;
    }

    private static async Task<int> RevokeAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var revoked = await services.GetRequiredService<ApiKeyStore>().RevokeAsync(id, Actor.CommandLine, cancellationToken);
        Console.WriteLine(revoked ? $"已撤销 {id}。" : $"没有编号为 “{id}” 的有效密钥。");
        return revoked ? 0 : 1;
    }
}
