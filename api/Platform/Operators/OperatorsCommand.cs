using System.Text;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary><c>-- operators add|list|remove</c>: the accounts of the operators.</summary>
public static class OperatorsCommand
{
    /// <summary>How it is written.</summary>
    public const string Usage = "operators add NAME --role viewer|village-agent|crew|dispatcher|editor|administrator [--password-stdin] | operators list | operators remove NAME";

    /// <summary>Runs it; 0 when done, 1 when the name is taken or unknown.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<OperatorStore>();
        var read = new Words(words, Usage, ["role"], "password-stdin");
        return read.Plain switch
        {
            ["add", var name] => await AddAsync(services, name, read, cancellationToken),
            ["list"] => await ListAsync(store, cancellationToken),
            ["remove", var name] => await RemoveAsync(services, name, cancellationToken),
            _ => throw read.Wrong("应为 add、list 或 remove"),
        };
    }

    private static async Task<int> AddAsync(IServiceProvider services, string name, Words words, CancellationToken cancellationToken)
    {
        var role = words.Value("role") is { } given && Roles.Names.ContainsKey(given) ? given : throw words.Wrong($"--role 应为 {string.Join("、", Roles.Names.Keys)} 之一");
        if (AccountRules.WhyNotName(name) is { } wrongName)
        {
            throw words.Wrong(wrongName);
        }

        var (password, isGenerated) = ReadPassword(words);
        if (AccountRules.WhyNotPassword(password, name) is { } wrongPassword)
        {
            throw words.Wrong(wrongPassword);
        }

        var normal = OperatorStore.Normalise(name);
        if (!await services.GetRequiredService<AccountChanges>().AddAsync(new NewAccount(name, role, password, MustChange: false, Subject: null), Actor.CommandLine, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"已有名为 “{normal}” 的账号（the account exists already）。");
            return 1;
        }

        Console.WriteLine($"已添加 {normal}（{Roles.Names[role]}）。");
        if (isGenerated)
        {
            Console.WriteLine($"密码只显示这一次（the password is shown once）: {password}");
        }

        return 0;
    }

    private static (string Password, bool IsGenerated) ReadPassword(Words words)
    {
        if (words.Has("password-stdin"))
        {
            return (Console.In.ReadLine() ?? "", false);
        }

        if (!Console.IsInputRedirected)
        {
            Console.Write("密码（直接回车则自动生成）: ");
            if (ReadHidden() is { Length: > 0 } typed)
            {
                return (typed, false);
            }
        }

        return (AccountRules.NewPassword(), true);
    }

    private static string ReadHidden()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }

    private static async Task<int> ListAsync(OperatorStore store, CancellationToken cancellationToken)
    {
        foreach (var account in await store.ListAsync(cancellationToken))
        {
            Console.WriteLine($"{account.Name}\t{account.Role}");
        }

        return 0;
    }

    private static async Task<int> RemoveAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var removed = await services.GetRequiredService<AccountChanges>().RemoveAsync(name, Actor.CommandLine, cancellationToken) is null;
        Console.WriteLine(removed ? $"已删除 {OperatorStore.Normalise(name)}，其登录立即失效。" : $"没有名为 “{name}” 的账号。");
        return removed ? 0 : 1;
    }
}
