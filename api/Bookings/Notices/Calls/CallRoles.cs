using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>Who rings residents.</summary>
public static class CallRoles
{
    /// <summary>They see phone numbers in full.</summary>
    public static readonly string[] Callers = [Roles.Dispatcher, Roles.Administrator];
}
