using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Samples;

/// <summary>
/// Makes content/data/places.csv out of the townships, the outline and a fixed seed: the same text on every machine. No position
/// of a real place is known, so each township gets a point inside the outline (its seat where one is known) and its places stand
/// scattered around it; all of them are marked as illustrative.
/// </summary>
internal sealed class SampleGenerator(Geography geo)
{
    private const int Seed = 20261122;
    private const double ScatterDegrees = 0.015; // some 1.5 km

    private static readonly string[] Numbers = ["一", "二", "三", "四"];
    private static readonly string[] UnknownHours = ["", "", "", "看门口通知", "农忙时开，提前打招呼"];

    private readonly Random _random = new(Seed);
    private readonly District _district = Outline.Of(geo);
    private readonly List<SampleLine> _lines = [];

    /// <summary>The whole file.</summary>
    public string Generate()
    {
        var turn = 0;
        foreach (var township in geo.Townships)
        {
            var centre = Centre(township);
            foreach (var template in SampleTemplate.Everywhere)
            {
                Add(township, centre, template);
            }

            for (var i = 0; i < 3; i++)
            {
                Add(township, centre, SampleTemplate.Sometimes[turn % SampleTemplate.Sometimes.Count]);
                turn++;
            }
        }

        Unsettle();
        return Text();
    }

    private void Add(Township township, Position centre, SampleTemplate template)
    {
        var number = _lines.Count(line => line.Township == township.Code && line.Template.Name == template.Name);
        var position = Near(centre);
        var villages = geo.Villages.Where(village => village.Township == township.Code && village.Offered).ToList();
        var village = villages.Count > 0 && template.Setting is "village" or "community" ? villages[_random.Next(villages.Count)] : null;
        _lines.Add(new SampleLine
        {
            Id = $"sample-{_lines.Count + 1:000}",
            Name = $"示例·{village?.Name ?? township.Name}{(number == 0 ? "" : $"第{Numbers[number]}")}{template.Name}",
            Township = township.Code,
            Village = village?.Code,
            Template = template,
            Position = position,
            Hours = template.Hours[_random.Next(template.Hours.Length)],
            Setting = template.Setting is "village" or "community" && village is not null ? village.Kind : template.Setting,
            Level = template.Level is "village" or "community" && village is not null ? village.Kind : template.Level,
            StepFree = _random.Next(3) switch { 0 => "true", 1 => "false", _ => "" },
        });
    }

    /// <summary>Five places without readable hours, two that come on lunar market days, three removed ones, and terminals that are full, fine and silent for long.</summary>
    private void Unsettle()
    {
        for (var i = 0; i < UnknownHours.Length; i++)
        {
            _lines[(23 * i) + 7].Hours = UnknownHours[i];
        }

        var events = _lines.Where(line => line.Template.Kind == "mobile-event").ToList();
        (events[0].Lunar, events[0].Hours) = ("2 7", "07:00-11:00");
        (events[1].Lunar, events[1].Hours) = ("5 10", ""); // the days are known, the hours are not

        var removed = _lines.Where(line => line.Template.Kind == "collection-point").Take(5).ToList();
        (removed[1].Removed, removed[1].ReplacedBy) = ("示例：场地改作他用，由旁边的点接替", removed[2].Id);
        removed[3].Removed = "示例：运营单位撤点";
        removed[4].Removed = "示例：与别的点合并";

        var terminals = _lines.Where(line => line.Template.Kind == "smart-terminal").ToList();
        (terminals[0].Status, terminals[0].Minutes, terminals[0].Fill) = ("full", 12, "metal=60 paper=95 plastic=100");
        (terminals[1].Status, terminals[1].Minutes, terminals[1].Fill) = ("full", 35, "metal=100 paper=100 plastic=100");
        (terminals[2].Status, terminals[2].Minutes, terminals[2].Fill) = ("ok", 320, "metal=10 paper=40 plastic=30"); // older than two hours
        (terminals[3].Status, terminals[3].Minutes, terminals[3].Fill) = ("ok", 5, "metal=15 paper=20 plastic=55");
    }

    private Position Centre(Township township)
    {
        if (township.Seat is { } seat)
        {
            return Position.At(seat.Lng, seat.Lat);
        }

        var box = _district.Box;
        while (true)
        {
            var lng = box.SouthWest.Lng + (_random.NextDouble() * (box.NorthEast.Lng - box.SouthWest.Lng));
            var lat = box.SouthWest.Lat + (_random.NextDouble() * (box.NorthEast.Lat - box.SouthWest.Lat));
            if (_district.Contains(Position.At(lng, lat)))
            {
                return Position.At(lng, lat);
            }
        }
    }

    private Position Near(Position centre)
    {
        while (true)
        {
            var lng = Math.Round(centre.Lng + (ScatterDegrees * ((2 * _random.NextDouble()) - 1)), 5);
            var lat = Math.Round(centre.Lat + (ScatterDegrees * ((2 * _random.NextDouble()) - 1)), 5);
            if (_district.Contains(Position.At(lng, lat)))
            {
                return Position.At(lng, lat);
            }
        }
    }

    private string Text()
    {
        var text = new StringBuilder("""
            # Sample places (示例数据): invented, positions only illustrate; no real address, telephone or price stands here.
            # Made by `dotnet run --project api -- samples content/data/places.csv`; change api/Places/Samples and run it again, not this file.
            """).Append('\n').AppendJoin(',', SamplePlaceFile.Columns).Append('\n');
        foreach (var line in _lines)
        {
            text.AppendJoin(',', line.Cells(geo).Select(Quote)).Append('\n');
        }

        return text.ToString();
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A line of the file while it is made.</summary>
    private sealed class SampleLine
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Township { get; init; }

        public required string? Village { get; init; }

        public required SampleTemplate Template { get; init; }

        public required Position Position { get; init; }

        public required string Setting { get; init; }

        public required string Level { get; init; }

        public required string Hours { get; set; }

        public string Lunar { get; set; } = "";

        public required string StepFree { get; init; }

        public string Removed { get; set; } = "";

        public string ReplacedBy { get; set; } = "";

        public string Status { get; set; } = "";

        public int? Minutes { get; set; }

        public string Fill { get; set; } = "";

        public IEnumerable<string> Cells(Geography geo) =>
        [
            Id, Name, Template.Kind, Setting, Level, Template.Kind is "collection-point" or "sorting-point" ? "true" : "false",
            Template.Accepts, Template.Rejects, Template.Audience, Template.Kind is "sorting-centre" or "transfer-station" ? "true" : "false",
            Template.Pays, "", StepFree, Position.Lng.ToString(CultureInfo.InvariantCulture), Position.Lat.ToString(CultureInfo.InvariantCulture), Hours,
            Lunar, Township, Village ?? "", $"示例地址，位置为示意（{geo.Township(Township)!.Name}）", "", Removed, ReplacedBy,
            Status, Minutes?.ToString(CultureInfo.InvariantCulture) ?? "", Fill,
        ];
    }
}
