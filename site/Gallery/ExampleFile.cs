using Jizhou.Public.Site.Build;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Jizhou.Public.Site.Gallery;

/// <summary>The examples of one component folder.</summary>
/// <param name="Folder">Name of the folder below <c>Components/</c>.</param>
/// <param name="Examples">Its examples, in the order of the file.</param>
public sealed record ExampleFile(string Folder, IReadOnlyList<Example> Examples)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>Every examples file that travels with the program, by folder.</summary>
    public static IReadOnlyList<ExampleFile> ReadAll() =>
    [
        .. EmbeddedFiles.Find("Components/", ".examples.yaml")
            .Select(path => new ExampleFile(path.Split('/')[1], Yaml.Deserialize<List<Example>>(EmbeddedFiles.ReadText(path)))),
    ];
}
