namespace Jizhou.Public.Api.Places.Geo;

/// <summary>
/// Says which points a search may return. Write it as a struct: the search is compiled for it, without a call or an allocation.
/// It is asked only about points near enough to matter.
/// </summary>
public interface IPointFilter
{
    /// <summary>Whether the point with this ordinal may be returned.</summary>
    bool Accepts(int ordinal);
}

/// <summary>Lets every point pass.</summary>
public readonly struct EveryPoint : IPointFilter
{
    /// <inheritdoc />
    public bool Accepts(int ordinal) => true;
}
