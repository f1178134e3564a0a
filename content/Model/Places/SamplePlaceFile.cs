using System.Globalization;

namespace Jizhou.Public.Content;

/// <summary>Reads data/places.csv, the sample places.</summary>
public static class SamplePlaceFile
{
    private const string File = "data/places.csv";
    private static readonly string[] States = ["ok", "full", "broken"];

    /// <summary>The header of the file.</summary>
    public static readonly string[] Columns =
    [
        "id", "name", "kind", "setting", "level", "dual_network", "accepts", "rejects", "audience", "appointment_only", "pays", "access", "step_free",
        "lng", "lat", "hours", "lunar", "township", "village", "address", "last_verified", "removed_because", "replaced_by", "status", "status_minutes", "status_fill",
    ];

    /// <summary>The samples of a folder that has kinds of places; none for a folder without.</summary>
    public static IReadOnlyList<SamplePlace> ReadIfThere(ContentSource source, PlaceVocabulary words, Geography geo) =>
        words.Kinds.Count == 0 ? [] : Read(source, words, geo);

    /// <summary>All sample places; refuses unknown codes, an id given twice and a name that does not say 示例.</summary>
    private static List<SamplePlace> Read(ContentSource source, PlaceVocabulary words, Geography geo)
    {
        List<SamplePlace> places = [];
        HashSet<string> ids = [];
        foreach (var row in source.Csv(File, Columns))
        {
            var sample = Sample(row, words);
            Check(row, sample.Place, geo);
            if (!ids.Add(sample.Place.Id))
            {
                row.Report($"the id \"{sample.Place.Id}\" is given twice", "give every place an id of its own");
            }

            places.Add(sample);
        }

        return places;
    }

    private static SamplePlace Sample(CsvRow row, PlaceVocabulary words)
    {
        var place = new Place
        {
            Id = row.Text("id"),
            Name = row.Text("name"),
            Kind = row.Choice("kind", [.. words.Kinds.Select(kind => kind.Code)]),
            Setting = Optional(row, "setting", PlaceVocabulary.Settings),
            Level = Optional(row, "level", PlaceVocabulary.Levels),
            DualNetwork = row.Flag("dual_network"),
            Accepts = Materials(row, "accepts", words),
            Rejects = Materials(row, "rejects", words),
            Audience = row.Choice("audience", [.. PlaceVocabulary.Audiences.Keys]),
            AppointmentOnly = row.Flag("appointment_only"),
            Pays = row.OptionalText("pays") is null ? null : row.Flag("pays"),
            Access = row.OptionalText("access"),
            StepFree = row.OptionalText("step_free") is null ? null : row.Flag("step_free"),
            Position = row.OptionalNumber("lng") is { } lng && row.OptionalNumber("lat") is { } lat ? new GeoPoint(lng, lat) : null,
            Hours = row.OptionalText("hours"),
            Lunar = Lunar(row),
            Source = "本站生成的示例数据",
            Licence = "CC0-1.0",
            LastVerified = row.OptionalDate("last_verified"),
            Sample = true,
            Illustrative = true,
            Township = row.OptionalText("township"),
            Village = row.OptionalText("village"),
            Address = row.OptionalText("address"),
        };
        return new SamplePlace(place, row.OptionalText("removed_because"), row.OptionalText("replaced_by"), Status(row, words));
    }

    private static void Check(CsvRow row, Place place, Geography geo)
    {
        if (!place.Name.StartsWith("示例", StringComparison.Ordinal))
        {
            row.Report($"the name is \"{place.Name}\"", "a sample's name begins with 示例");
        }

        if (place.Township is { } township && geo.Township(township) is null)
        {
            row.Report($"no township has the code \"{township}\"", "take a code of data/geo/townships.csv");
        }

        if (place.Village is { } village && geo.Village(village)?.Township != place.Township)
        {
            row.Report($"the village \"{village}\" does not lie in township \"{place.Township}\"", "take a code of data/geo/villages.csv");
        }
    }

    private static List<int> Lunar(CsvRow row)
    {
        List<int> days = [];
        foreach (var text in row.Texts("lunar"))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 30)
            {
                row.Report($"\"lunar\" holds \"{text}\"", "write days of the lunar month, such as 2 7");
                continue;
            }

            days.Add(day);
        }

        return days;
    }

    private static string? Optional(CsvRow row, string column, IReadOnlyDictionary<string, string> codes) =>
        row.OptionalText(column) is null ? null : row.Choice(column, [.. codes.Keys]);

    private static IReadOnlyList<string> Materials(CsvRow row, string column, PlaceVocabulary words)
    {
        var codes = row.Texts(column);
        foreach (var unknown in codes.Where(code => words.Material(code) is null))
        {
            row.Report($"\"{column}\" names \"{unknown}\"", "take a code of data/places/materials.yaml");
        }

        return codes;
    }

    private static SampleStatus? Status(CsvRow row, PlaceVocabulary words)
    {
        if (row.OptionalText("status") is null)
        {
            return null;
        }

        var fill = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var parts in row.Texts("status_fill").Select(text => text.Split('=')))
        {
            if (parts.Length != 2 || words.Material(parts[0]) is null
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent > 100)
            {
                row.Report($"\"status_fill\" holds \"{string.Join('=', parts)}\"", "write material=percent, such as plastic=80");
                continue;
            }

            fill[parts[0]] = percent;
        }

        return new SampleStatus(row.Choice("status", States), (int)row.Number("status_minutes"), fill);
    }
}
