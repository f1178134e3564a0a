namespace Jizhou.Public.Content;

/// <summary>A unit that may collect something somewhere, as an editor recorded it.</summary>
/// <param name="Id">Kebab id, stable.</param>
/// <param name="Name">Its name; sample data says 示例 in it.</param>
/// <param name="Streams">What it takes, out of <see cref="CollectorWords.Streams"/>.</param>
/// <param name="Townships">Codes of the townships it serves, 9 digits each.</param>
/// <param name="Licence">Number of its licence or of the office's decision, as it was read.</param>
/// <param name="ValidFrom">First day of the licence; null when not recorded.</param>
/// <param name="ValidUntil">Last day of the licence; null when not recorded.</param>
/// <param name="Plates">Number plates of its trucks, as recorded.</param>
/// <param name="Source">Where this was read.</param>
/// <param name="CheckedOn">Day on which a person last compared it with its source.</param>
/// <param name="Sample">Made up for demonstration?</param>
public sealed record Collector(string Id, string Name, IReadOnlyList<string> Streams, IReadOnlyList<string> Townships, string Licence,
    DateOnly? ValidFrom, DateOnly? ValidUntil, IReadOnlyList<string> Plates, string Source, DateOnly CheckedOn, bool Sample)
{
    /// <summary>valid, expired, not-yet or unknown on a day: a licence without a last day is unknown, never valid.</summary>
    public string StateOn(DateOnly day) => this switch
    {
        { ValidUntil: { } until } when until < day => "expired",
        { ValidFrom: { } from } when from > day => "not-yet",
        { ValidUntil: null } => "unknown",
        _ => "valid",
    };
}
