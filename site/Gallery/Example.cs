namespace Jizhou.Public.Site.Gallery;

/// <summary>One example of a component, as its <c>*.examples.yaml</c> gives it.</summary>
public sealed record Example
{
    /// <summary>What the example shows, in Chinese.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the Razor component; empty for a Markdown box.</summary>
    public string Component { get; set; } = "";

    /// <summary>Its parameters by name; see <see cref="ExampleValues"/> for how they are written.</summary>
    public IDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Plain text inside the component; empty when it takes none.</summary>
    public string Text { get; set; } = "";

    /// <summary>Markdown to write instead of a component.</summary>
    public string Markdown { get; set; } = "";
}
