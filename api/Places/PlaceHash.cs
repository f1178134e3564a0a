using System.Globalization;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places;

/// <summary>The hash of everything an answer may say about a place, time aside.</summary>
internal static class PlaceHash
{
    /// <summary>The hash of a place and its terminal's report.</summary>
    public static ulong Of(PlaceRow row)
    {
        var (place, hash) = (row.Place, default(ContentHash));
        foreach (var text in new[]
        {
            place.Id, place.Name, place.Kind, place.Setting, place.Level, place.Audience, place.Access, place.Phone, place.Operator, place.Hours,
            place.Source, place.Licence, place.VerifiedBy, place.Township, place.Village, place.Address,
            place.LastVerified?.ToString("O", CultureInfo.InvariantCulture), row.Status?.State,
        })
        {
            hash.Add(text);
        }

        foreach (var flag in new bool?[] { place.DualNetwork, place.AppointmentOnly, place.Pays, place.StepFree, place.Sample, place.Illustrative })
        {
            hash.Add(flag switch { null => 0UL, false => 1UL, true => 2UL });
        }

        Add(ref hash, place.Accepts);
        Add(ref hash, place.Rejects);
        Add(ref hash, [.. place.Prices.Select(price => price.ToString())]);
        Add(ref hash, [.. place.Dates.Select(day => day.ToString("O", CultureInfo.InvariantCulture))]);
        Add(ref hash, [.. place.Lunar.Select(day => day.ToString(CultureInfo.InvariantCulture))]);
        hash.Add(place.Photo?.ToString());
        hash.Add(place.Position?.Lng ?? double.NaN);
        hash.Add(place.Position?.Lat ?? double.NaN);
        hash.Add((ulong)(row.Status?.ReportedAt.UtcTicks ?? 0));
        Add(ref hash, [.. row.Status?.Fill.Select(fill => $"{fill.Key}={fill.Value}") ?? []]);
        return hash.Value;
    }

    private static void Add(ref ContentHash hash, IReadOnlyList<string> texts)
    {
        hash.Add((ulong)texts.Count);
        foreach (var text in texts)
        {
            hash.Add(text);
        }
    }
}
