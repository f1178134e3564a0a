using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Villages;

/// <summary>A village somebody chose to start from.</summary>
/// <param name="Code">Its 12-digit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Township">Code of its township.</param>
/// <param name="Position">Where it is; null while nobody has imported that.</param>
public sealed record NearVillage(string Code, string Name, string Township, Position? Position)
{
    private static readonly string[] Groups = ["village", "township", "district"];

    /// <summary>0 for a place of the village itself, 1 for one of its township, 2 for the rest.</summary>
    public int RankOf(PlaceEntry entry) => entry.Place switch
    {
        { Village: { } village } when village == Code => 0,
        { Township: { } township } when township == Township => 1,
        _ => 2,
    };

    /// <summary>The code of a rank: village, township or district.</summary>
    public static string Group(int rank) => Groups[rank];
}
