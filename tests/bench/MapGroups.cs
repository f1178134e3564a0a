using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Clusters;
using Jizhou.Public.Content;

namespace Jizhou.Public.Bench;

/// <summary>The groups of a map over many places, in process: the whole district at several zooms, and a part of it.</summary>
internal static class MapGroups
{
    private const int Rounds = 51;

    public static int Run(string content, int count)
    {
        var folder = ContentFolder.Load(content);
        var snapshot = PlaceSnapshot.Build(Snapshots.Rows(folder, count), [], new PlaceWords(folder.Places, folder.Geo, folder.Calendar));
        Console.WriteLine($"{count} places; measured once: {Snapshots.Time(() => _ = snapshot.Cells):0.00} ms");
        foreach (var zoom in (int[])[8, 10, 12, 19])
        {
            Say($"the whole district, zoom {zoom}", snapshot, (117, 39, 118, 41), zoom);
        }

        Say("a hundredth of it, zoom 14", snapshot, (117.40, 40, 117.45, 40.04), 14);
        return 0;
    }

    private static void Say(string what, PlaceSnapshot snapshot, (double West, double South, double East, double North) box, int zoom)
    {
        var groups = 0;
        var took = Enumerable.Range(0, Rounds).Select(_ => Snapshots.Time(() =>
        {
            var inside = snapshot.Inside(box.West, box.South, box.East, box.North);
            groups = GridClusters.Of(snapshot, [.. inside], zoom).Clusters.Count;
        })).Order().ToArray();
        Console.WriteLine($"{what}: {groups} groups, best {took[0]:0.00} ms, median {took[Rounds / 2]:0.00} ms");
    }
}
