using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Commands;

/// <summary>The program's four commands: <c>build</c>, <c>watch</c>, <c>printables</c> and <c>check</c>.</summary>
public static class CommandLine
{
    private const string Usage = """
        usage: build [--content FOLDER] [--output FOLDER] [--for api | --base-address URL] [--api-base-address URL] [--owner NAME] [--site-code CODE] [--icp NUMBER] [--police NUMBER]
               watch (as build; builds again when the content changes)
               printables (as build; writes the print sheets alone, for tools/printables.mjs)
               check [--content FOLDER] [--output FOLDER] [--today yyyy-MM-dd]
        """;

    /// <summary>Runs a command. Returns 0; 1 when the content or the site is not in order; 2 when the command cannot be understood.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            var options = Options.Read(args.Skip(1));
            return args.FirstOrDefault() switch
            {
                "build" => await BuildCommand.RunAsync(options, output),
                "watch" => await WatchCommand.RunAsync(options, output, errors),
                "printables" => await PrintablesCommand.RunAsync(options, output),
                "check" => await CheckCommand.RunAsync(options, output),
                _ => throw new UsageException($"unknown command \"{args.FirstOrDefault()}\""),
            };
        }
        catch (UsageException wrong)
        {
            await errors.WriteLineAsync($"{wrong.Message}\n{Usage}");
            return 2;
        }
        catch (ContentException broken)
        {
            await WriteProblemsAsync(broken, errors);
            return 1;
        }
    }

    /// <summary>Each problem on a line of its own.</summary>
    internal static async Task WriteProblemsAsync(ContentException broken, TextWriter errors)
    {
        foreach (var problem in broken.Problems)
        {
            await errors.WriteLineAsync(problem.ToString());
        }
    }
}
