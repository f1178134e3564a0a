using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Samples;

/// <summary>The command <c>-- samples FILE</c>: writes the sample places anew. For editors; the server never runs it.</summary>
public static class GenerateSamples
{
    /// <summary>The form of the command.</summary>
    public const string Usage = "samples FILE";

    /// <summary>The text of content/data/places.csv for this geography.</summary>
    public static string Text(Geography geo) => new SampleGenerator(geo).Generate();

    /// <summary>Writes the file; answers 0, or 2 when no file was named.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count != 1)
        {
            await Console.Error.WriteLineAsync($"Usage: {Usage}");
            return 2;
        }

        var text = Text(services.GetRequiredService<ContentFolder>().Geo);
        await File.WriteAllTextAsync(words[0], text, cancellationToken);
        return 0;
    }
}
