namespace Jizhou.Public.Content;

/// <summary>The content folder cannot be used as it stands. Carries every problem found, so that an editor mends them in one go.</summary>
public sealed class ContentException : Exception
{
    /// <summary>Makes the exception from the problems found; refuses an empty list, which would say nothing.</summary>
    public ContentException(IReadOnlyList<ContentProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>What is wrong, ordered by file and line.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; }

    private static string Describe(IReadOnlyList<ContentProblem> problems)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("a content exception needs at least one problem", nameof(problems));
        }

        var head = problems.Count == 1 ? "1 problem in the content:" : $"{problems.Count} problems in the content:";
        return string.Join('\n', problems.Select(p => p.ToString()).Prepend(head));
    }
}
