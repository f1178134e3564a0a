namespace Jizhou.Public.Api.Platform.Geodata;

/// <summary>How a property's text is to be read.</summary>
public enum FeatureValue
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Codes separated by blanks; a filter asks for one of them.</summary>
    Codes,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day: 2026-11-22.</summary>
    Day,

    /// <summary>A moment: RFC 3339 with +08:00.</summary>
    Moment,
}

/// <summary>A property of the features of a collection, and the filter of the same name.</summary>
/// <param name="Name">camelCase name on the wire.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">How its text is read.</param>
public sealed record FeatureProperty(string Name, string Label, FeatureValue Kind = FeatureValue.Text)
{
    /// <summary>The only values there can be; a filter with another is refused. Empty when anything can stand there.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether the short table of a page for people shows it.</summary>
    public bool InTable { get; init; }
}
