using System.Globalization;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places;

/// <summary>The hash of everything an answer may say about a place, time aside.</summary>
internal static class PlaceHash
{
    private static readonly Dictionary<string, int> NoFill = [];

    /// <summary>The hash of a place and its terminal's report.</summary>
    public static ulong Of(PlaceRow row)
    {
        var (place, hash) = (row.Place, default(ContentHash));
        ReadOnlySpan<string?> texts =
        [
            place.Id, place.Name, place.Kind, place.Setting, place.Level, place.Audience, place.Access, place.Phone, place.Operator, place.Hours,
            place.Source, place.Licence, place.VerifiedBy, place.Township, place.Village, place.Address, place.Photo?.ToString(), row.Status?.State,
        ];
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        ReadOnlySpan<bool?> flags = [place.DualNetwork, place.AppointmentOnly, place.Pays, place.StepFree, place.Sample, place.Illustrative];
        var told = 0UL;
        foreach (var flag in flags)
        {
            told = (told << 2) | (flag switch { null => 0UL, false => 1UL, true => 2UL });
        }

        hash.Add(told);

        Add(ref hash, place.Accepts, static text => text);
        Add(ref hash, place.Rejects, static text => text);
        Add(ref hash, place.Prices, static price => price.ToString());
        Add(ref hash, place.Dates, static day => day.ToString("O", CultureInfo.InvariantCulture));
        Add(ref hash, place.Lunar, static day => day.ToString(CultureInfo.InvariantCulture));
        hash.Add((ulong)(place.LastVerified?.DayNumber ?? -1));
        hash.Add(place.Position?.Lng ?? double.NaN);
        hash.Add(place.Position?.Lat ?? double.NaN);
        AddStatus(ref hash, row.Status);
        return hash.Value;
    }

    private static void AddStatus(ref ContentHash hash, TerminalStatus? status)
    {
        hash.Add((ulong)(status?.ReportedAt.UtcTicks ?? 0));
        foreach (var (material, percent) in status?.Fill ?? NoFill)
        {
            hash.Add(material);
            hash.Add((ulong)percent);
        }
    }

    // By number: an enumerator for each of a hundred thousand places would be garbage.
    private static void Add<T>(ref ContentHash hash, IReadOnlyList<T> list, Func<T, string> textOf)
    {
        hash.Add((ulong)list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            hash.Add(textOf(list[i]));
        }
    }
}
