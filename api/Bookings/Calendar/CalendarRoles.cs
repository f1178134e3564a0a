using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Who may do what with the calendar.</summary>
public static class CalendarRoles
{
    /// <summary>See it: no personal data stands there.</summary>
    public static readonly string[] Read = [Roles.Viewer, Roles.Dispatcher, Roles.Editor, Roles.Administrator];

    /// <summary>Close days, change capacities, load holiday notices.</summary>
    public static readonly string[] Act = [Roles.Dispatcher, Roles.Editor, Roles.Administrator];

    /// <summary>Move people's bookings to other days.</summary>
    public static readonly string[] Postpone = [Roles.Dispatcher, Roles.Administrator];
}
