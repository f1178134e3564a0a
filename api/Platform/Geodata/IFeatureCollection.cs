namespace Jizhou.Public.Api.Platform.Geodata;

/// <summary>
/// A collection of features that a feature folder offers as open geodata and registers as a service; the OGC side reads all that
/// are registered and knows none of them.
/// </summary>
public interface IFeatureCollection
{
    /// <summary>Its id in addresses, e.g. <c>places</c>.</summary>
    string Id { get; }

    /// <summary>Its name for people.</summary>
    string Title { get; }

    /// <summary>What it holds, in plain Chinese, and which of its facts <c>datetime</c> asks about.</summary>
    string Description { get; }

    /// <summary>The properties of its features, in the order they are written; every one is also a filter.</summary>
    IReadOnlyList<FeatureProperty> Properties { get; }

    /// <summary>The features now. Take it once a request.</summary>
    IFeatureSet Features { get; }
}
