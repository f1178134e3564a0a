using System.Globalization;
using Jizhou.Public.History.Machines;

namespace Jizhou.Public.History;

/// <summary><c>[--operations N] [--seed S] [--on sqlite|postgres|naive]</c>.</summary>
/// <param name="Operations">Calls that reach a server of the product, half of them on each database.</param>
/// <param name="Seed">What the residents do.</param>
/// <param name="On">One scene only; null for all.</param>
public sealed record Options(int Operations, int Seed, string? On)
{
    /// <summary>The scenes in their order.</summary>
    public static readonly string[] Scenes = ["sqlite", "postgres", "naive"];

    /// <summary>Reads the words; throws on one it does not know.</summary>
    public static Options Read(string[] words)
    {
        var options = new Options(6000, (int)(TimeProvider.System.GetTimestamp() & 0xFFFFF), null);
        for (var i = 0; i < words.Length; i += 2)
        {
            var value = i + 1 < words.Length ? words[i + 1] : "";
            options = words[i] switch
            {
                "--operations" => options with { Operations = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--on" when Scenes.Contains(value, StringComparer.Ordinal) => options with { On = value },
                _ => throw new ArgumentException("Usage: tests/history/run [--operations N] [--seed S] [--on sqlite|postgres|naive]", nameof(words)),
            };
        }

        return options;
    }

    /// <summary>Is this scene wanted?</summary>
    public bool Wants(string scene) => On is null || On == scene;

    /// <summary>How many operations a scene gets.</summary>
    public int OperationsOf(string scene) => On is not null ? Operations : scene == "naive" ? Math.Min(Operations / 4, 2000) : Operations / 2;

    /// <summary>The words that let another process run one scene of it.</summary>
    public string[] WordsFor(string scene) => ["--on", scene, "--operations", Shell.Text(OperationsOf(scene)), "--seed", Shell.Text(Seed)];
}
