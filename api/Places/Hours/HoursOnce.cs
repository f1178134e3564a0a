using System.Collections.Concurrent;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Reads every distinct text of opening hours once: a hundred thousand places share a few dozen.</summary>
internal sealed class HoursOnce
{
    private readonly ConcurrentDictionary<string, OpeningHours> _known = new(StringComparer.Ordinal);

    /// <summary>The hours of a place, on its own days where it comes and goes.</summary>
    public OpeningHours Of(Place place)
    {
        var hours = _known.GetOrAdd(place.Hours ?? "", OpeningHours.Parse);
        return place.Dates.Count + place.Lunar.Count == 0 ? hours : hours.OnlyOn(new EventDays(place.Dates, place.Lunar));
    }
}
