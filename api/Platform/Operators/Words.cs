using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>The words after a command: plain ones and options with a value.</summary>
public sealed class Words
{
    private readonly List<string> _plain = [];
    private readonly Dictionary<string, string?> _options = new(StringComparer.Ordinal);
    private readonly string _usage;

    /// <summary>Reads the words. Refuses an option that is not known, or one whose value is missing.</summary>
    public Words(IReadOnlyList<string> words, string usage, string[] withValue, params string[] flags)
    {
        _usage = usage;
        var rest = new Queue<string>(words);
        while (rest.TryDequeue(out var word))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                _plain.Add(word);
            }
            else if (flags.Contains(word[2..], StringComparer.Ordinal))
            {
                _options[word[2..]] = null;
            }
            else if (withValue.Contains(word[2..], StringComparer.Ordinal) && rest.TryDequeue(out var value))
            {
                _options[word[2..]] = value;
            }
            else
            {
                throw Wrong($"不认识“{word}”，或后面缺了值");
            }
        }
    }

    /// <summary>The plain words.</summary>
    public IReadOnlyList<string> Plain => _plain;

    /// <summary>Was the flag given?</summary>
    public bool Has(string flag) => _options.ContainsKey(flag);

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Value(string option) => _options.GetValueOrDefault(option);

    /// <summary>The failure that shows how the command is written.</summary>
    public StartFailedException Wrong(string what) => new($"命令写得不对：{what}。", $"Usage: {_usage}");
}
