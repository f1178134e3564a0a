namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>One thing the program does instead of serving: <c>-- NAME …</c>. It may run beside a running server.</summary>
/// <param name="Name">First word after <c>--</c>.</param>
/// <param name="Usage">The whole form, shown when the words are wrong, e.g. <c>operators add NAME --role ROLE</c>.</param>
/// <param name="UsesDatabase">The database is brought up before it runs.</param>
/// <param name="Run">Does it and answers the exit code; the words do not contain the name itself.</param>
public sealed record Command(string Name, string Usage, bool UsesDatabase, CommandRun Run)
{
    /// <summary>Do the words begin with the name? Of several the longest is meant: <c>import calendar</c> before <c>import</c>.</summary>
    public bool IsNamedBy(IReadOnlyList<string> words)
    {
        var name = Name.Split(' ');
        return words.Count >= name.Length && words.Take(name.Length).SequenceEqual(name, StringComparer.Ordinal);
    }
}

/// <summary>The body of a command. The words after the name, and the program's services.</summary>
public delegate Task<int> CommandRun(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken);

/// <summary>Registration of commands: each feature adds its own in its module.</summary>
public static class CommandRegistration
{
    /// <summary>Adds a command that works on the database.</summary>
    public static IServiceCollection AddCommand(this IServiceCollection services, string name, string usage, CommandRun run)
        => services.AddSingleton(new Command(name, usage, UsesDatabase: true, run));
}
