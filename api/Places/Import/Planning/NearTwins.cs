using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>Finds places of one name within 15 m of each other, of which the file holds at least one.</summary>
/// <param name="positionOf">Where the place with a number is; asked only about places that share their name.</param>
internal sealed class NearTwins(Func<int, GeoPoint> positionOf)
{
    /// <summary>How near is suspicious.</summary>
    public const double NearMetres = 15;

    private const int MostFound = 20;
    private const int LargestGroup = 200; // "垃圾投放点" a hundred thousand times is a kind, not a name

    private readonly PackedList<ulong> _names = new();
    private readonly PackedList<int> _numbers = new();

    /// <summary>Adds a place that has a position; the file's have numbers from 0, those on record negative ones.</summary>
    public void Add(ulong name, int number)
    {
        _names.Add(name);
        _numbers.Add(number);
    }

    /// <summary>The first pairs with their distance in metres.</summary>
    public IReadOnlyList<(int One, int Other, double Metres)> Find()
    {
        List<(int, int, double)> found = [];
        var (names, numbers) = (_names.ToArray(), _numbers.ToArray());
        Array.Sort(names, numbers);
        for (var from = 0; from < names.Length && found.Count < MostFound;)
        {
            var to = from + 1;
            while (to < names.Length && names[to] == names[from])
            {
                to++;
            }

            if (to - from is > 1 and < LargestGroup)
            {
                found.AddRange(Pairs(numbers[from..to]));
            }

            from = to;
        }

        return [.. found.Take(MostFound)];
    }

    private IEnumerable<(int One, int Other, double Metres)> Pairs(int[] numbers)
    {
        Array.Sort(numbers);
        var positions = Array.ConvertAll(numbers, number => At(positionOf(number)));
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i + 1; j < numbers.Length; j++)
            {
                var metres = GreatCircle.Metres(positions[i], positions[j]);
                if (metres <= NearMetres && (numbers[i] >= 0 || numbers[j] >= 0))
                {
                    yield return (numbers[i], numbers[j], metres);
                }
            }
        }
    }

    private static Position At(GeoPoint point) => Position.At(point.Lng, point.Lat);
}
