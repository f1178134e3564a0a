using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Platform.Geodata;

/// <summary>The features of a collection at one moment, immutable, in a fixed order that a later set keeps.</summary>
public interface IFeatureSet
{
    /// <summary>How many there are; they are numbered from 0.</summary>
    int Count { get; }

    /// <summary>Whether any of them is invented for demonstration.</summary>
    bool HasSamples { get; }

    /// <summary>Id of a feature.</summary>
    string IdOf(int ordinal);

    /// <summary>Position of a feature; null where none is known.</summary>
    GeoPoint? PositionOf(int ordinal);

    /// <summary>The time <c>datetime</c> asks about; null for a feature that has none.</summary>
    FeatureTime? TimeOf(int ordinal);

    /// <summary>A property as text, by its number in <see cref="IFeatureCollection.Properties"/>; lists are codes separated by blanks; null when not known.</summary>
    string? TextOf(int ordinal, int property);

    /// <summary>The same property as people read it: names for codes, hours in words. The text itself where nothing is plainer.</summary>
    string? WordsOf(int ordinal, int property) => TextOf(ordinal, property);

    /// <summary>Number of the feature with an id, or null.</summary>
    int? Find(string id);

    /// <summary>Number of the first feature that comes after this id, whether or not a feature of that id is still there; null for what can be no id.</summary>
    int? FirstAfter(string id);

    /// <summary>Why a feature that once existed is no more; null for an id that never was.</summary>
    Refusal? WhyGone(string id) => null;

    /// <summary>
    /// Numbers of the features in a box of WGS-84 degrees, edges included, in ascending order; null when the set knows no quicker way than to
    /// look at each (<see cref="PositionOf"/>).
    /// </summary>
    IList<int>? Inside(double west, double south, double east, double north) => null;
}
