namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>
/// The program cannot start (or a command cannot run) for a reason its owner can mend: told in one line, without a
/// stack trace, with exit code 1.
/// </summary>
public sealed class StartFailedException : Exception
{
    /// <summary>Says what is wrong and how to mend it, both as plain sentences.</summary>
    public StartFailedException(string what, string howToMend, Exception? cause = null)
        : base($"{what} {howToMend}", cause)
    {
        Lines = [Message];
    }

    /// <summary>The same for several problems at once, one line each (content problems).</summary>
    public StartFailedException(IReadOnlyList<string> lines)
        : base(string.Join('\n', lines))
    {
        Lines = lines;
    }

    private IReadOnlyList<string> Lines { get; }

    /// <summary>Writes the lines and answers the exit code.</summary>
    public int Report(TextWriter writer)
    {
        foreach (var line in Lines)
        {
            writer.WriteLine(line.ReplaceLineEndings(" "));
        }

        return 1;
    }
}
