namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>Words that people put around the thing they ask about: 旧…怎么扔, …是什么垃圾, 家里的…能不能卖.</summary>
internal sealed class QuestionWords(IEnumerable<string> words)
{
    // Longest first, so that 属于什么垃圾 goes before 什么垃圾.
    private readonly string[] _around = [.. words.Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];

    /// <summary>
    /// What is left of a folded question when such words are taken off both ends, again and again. Words in the middle
    /// stay, so that a name is never pulled apart. Empty when there was nothing else.
    /// </summary>
    public ReadOnlySpan<char> Strip(ReadOnlySpan<char> question)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var word in _around)
            {
                if (question.StartsWith(word))
                {
                    question = question[word.Length..];
                    changed = true;
                }

                if (question.EndsWith(word))
                {
                    question = question[..^word.Length];
                    changed = true;
                }
            }
        }

        return question;
    }
}
