using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Everything operators changed of the calendar, as one version of it stands in the database.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="Areas">Changes by code of the area.</param>
/// <param name="Notices">Holiday notices that count, one a year.</param>
public sealed record CalendarChanges(long Version, IReadOnlyDictionary<string, AreaChanges> Areas, IReadOnlyList<HolidayNotice> Notices);
