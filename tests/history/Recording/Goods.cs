using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.History.Recording;

/// <summary>Items of a booking in one spelling: <c>chair*2 sofa*1</c>, sorted by code.</summary>
public static class Goods
{
    private static readonly (string Code, int Most)[] Offered = [("chair", 6), ("sofa", 2), ("bed", 3), ("table", 3), ("fridge", 2), ("cardboard-bundle", 10), ("mattress", 2)];

    /// <summary>One or two kinds at random, within every limit of the catalogue.</summary>
    public static string AtRandom(Random random)
    {
        var first = Offered[random.Next(Offered.Length)];
        var second = Offered[random.Next(Offered.Length)];
        var lines = new SortedDictionary<string, int>(StringComparer.Ordinal) { [first.Code] = random.Next(1, first.Most + 1) };
        if (random.Next(3) == 0)
        {
            lines[second.Code] = 1;
        }

        return Spell(lines.Select(line => (line.Key, line.Value)));
    }

    /// <summary>The one spelling.</summary>
    public static string Spell(IEnumerable<(string Code, int Count)> lines)
        => string.Join(' ', lines.OrderBy(line => line.Code, StringComparer.Ordinal).Select(line => $"{line.Code}*{line.Count}"));

    /// <summary>The lines again.</summary>
    public static IEnumerable<(string Code, int Count)> Read(string items)
        => items.Split(' ').Select(line => line.Split('*')).Select(parts => (parts[0], int.Parse(parts[1])));

    /// <summary>Their volume by the catalogue.</summary>
    public static int Litres(string items, BulkyCatalogue catalogue) => Read(items).Sum(line => catalogue.Item(line.Code)!.Litres * line.Count);
}
