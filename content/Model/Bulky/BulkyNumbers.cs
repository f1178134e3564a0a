using System.Globalization;

namespace Jizhou.Public.Content.Bulky;

/// <summary>The numbers of the pickup that a text may tell, by the keys of their files: prose names a key and never a number.</summary>
public static class BulkyNumbers
{
    /// <summary>Every key with its value as people read it: <c>holdMinutes</c>, <c>cutOff</c>, <c>resident.cubicMetres</c>, <c>morning.startsAt</c>, …</summary>
    public static IReadOnlyDictionary<string, string> Of(BulkyBook book)
    {
        var rules = book.Rules;
        Dictionary<string, string> numbers = new(StringComparer.Ordinal)
        {
            ["cutOff"] = Time(rules.CutOff),
            ["horizonDays"] = Number(rules.HorizonDays),
            ["holdMinutes"] = Number((decimal)rules.HoldFor.TotalMinutes),
            ["lookupMinutes"] = Number((decimal)rules.LookupFor.TotalMinutes),
            ["missedDays"] = Number(rules.MissedDays),
            ["keepDays"] = Number(rules.KeepDays),
        };
        foreach (var window in rules.Windows)
        {
            numbers[$"{window.Code}.startsAt"] = Time(window.StartsAt);
            numbers[$"{window.Code}.endsAt"] = Time(window.EndsAt);
        }

        foreach (var (code, limits) in book.Classes.Select(c => (c.Code, c.Limits)))
        {
            numbers[$"{code}.lines"] = Number(limits.Lines);
            numbers[$"{code}.cubicMetres"] = Number(limits.Litres / 1000m);
            numbers[$"{code}.openPerAddress"] = Number(limits.OpenPerAddress);
            numbers[$"{code}.openPerPhone"] = Number(limits.OpenPerPhone);
        }

        return numbers;
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
