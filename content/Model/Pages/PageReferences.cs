using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Checks the citations and fines that the body of a page names, so that nobody invents an article or an amount.</summary>
internal static partial class PageReferences
{
    /// <summary>Looks at <c>[@doc#article]</c>, <c>::: rule doc#article</c> and <c>{fine:…}</c> from a line on, outside code.</summary>
    public static void Check(ContentSource source, string file, string[] lines, int from, LegalLibrary legal, PenaltyBook penalties)
    {
        var inCode = false;
        for (var i = from; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
            }

            if (inCode)
            {
                continue;
            }

            foreach (var complaint in Complaints(InlineCode().Replace(lines[i], ""), legal, penalties))
            {
                source.Report(file, i + 1, complaint.What, complaint.HowToMend);
            }
        }
    }

    private static IEnumerable<(string What, string HowToMend)> Complaints(string line, LegalLibrary legal, PenaltyBook penalties)
    {
        foreach (var reference in Citation().Matches(line).Concat(Rule().Matches(line)).Select(m => m.Groups["ref"].Value))
        {
            if (legal.Complain(reference) is { } complaint)
            {
                yield return complaint;
            }
        }

        foreach (var reference in Fine().Matches(line).Select(m => m.Groups["ref"].Value).Where(r => penalties.Find(r).Count == 0))
        {
            yield return ($"unknown fine \"{reference}\"", "use a citation or an id of data/legal/penalties.yaml: "
                + string.Join(", ", penalties.All.Select(p => p.Id)));
        }
    }

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\[@(?<ref>[^\]\s]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"^:::+\s*rule\s+(?<ref>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\{fine:(?<ref>[^}\s]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fine();
}
