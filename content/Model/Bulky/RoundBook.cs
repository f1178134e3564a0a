namespace Jizhou.Public.Content.Bulky;

/// <summary>What content says about the rounds (清运单): the vehicles, the order of villages, what a crew can report and where a load goes.</summary>
/// <param name="Sample">True while vehicles and centres are samples (示例).</param>
/// <param name="Trucks">The vehicles, in the order of the file.</param>
/// <param name="VillageOrder">The order of villages by area code, before a dispatcher saves another one; an area may be absent.</param>
/// <param name="Streams">What is measured apart.</param>
/// <param name="Reasons">Why something was not collected.</param>
/// <param name="Centres">Where loads are tipped.</param>
public sealed record RoundBook(bool Sample, IReadOnlyList<Truck> Trucks, IReadOnlyDictionary<string, IReadOnlyList<string>> VillageOrder,
    IReadOnlyList<LoadStream> Streams, IReadOnlyList<MissReason> Reasons, IReadOnlyList<TipCentre> Centres)
{
    /// <summary>Of a folder that says nothing about rounds.</summary>
    public static RoundBook Empty { get; } = new(false, [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), [], [], []);

    /// <summary>The vehicle with this code; null when there is none.</summary>
    public Truck? Truck(string? code) => Trucks.FirstOrDefault(t => t.Code == code);

    /// <summary>The vehicles that work in an area, in the order of the file.</summary>
    public IReadOnlyList<Truck> TrucksOf(string area) => [.. Trucks.Where(t => t.Areas.Contains(area, StringComparer.Ordinal))];

    /// <summary>The stream with this code; null when there is none.</summary>
    public LoadStream? Stream(string? code) => Streams.FirstOrDefault(s => s.Code == code);

    /// <summary>The reason with this code; null when there is none.</summary>
    public MissReason? Reason(string? code) => Reasons.FirstOrDefault(r => r.Code == code);

    /// <summary>The centre with this code; null when there is none.</summary>
    public TipCentre? Centre(string? code) => Centres.FirstOrDefault(c => c.Code == code);
}

/// <summary>A vehicle.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
/// <param name="IsTricycle">A small three-wheeler that enters narrow lanes; otherwise a truck.</param>
/// <param name="Litres">What it carries in one window; it is emptied between two.</param>
/// <param name="Areas">Codes of the service areas where it works.</param>
/// <param name="Windows">Codes of the parts of the day in which it works.</param>
public sealed record Truck(string Code, string Name, bool IsTricycle, int Litres, IReadOnlyList<string> Areas, IReadOnlyList<string> Windows);

/// <summary>A kind of load that is measured apart.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
public sealed record LoadStream(string Code, string Name);

/// <summary>Why something was not, or not wholly, collected.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What happened, as the resident reads it.</param>
/// <param name="Advice">What the resident can do now.</param>
public sealed record MissReason(string Code, string Name, string Advice);

/// <summary>A place where loads are tipped.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
/// <param name="Kind">sorting-centre or transfer-station.</param>
/// <param name="Streams">Codes of the streams it takes.</param>
public sealed record TipCentre(string Code, string Name, string Kind, IReadOnlyList<string> Streams);
