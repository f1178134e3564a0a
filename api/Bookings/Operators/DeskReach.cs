using System.Security.Claims;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>Which bookings an operator may see and make: a village agent those of own villages, everybody else at the desk all.</summary>
/// <param name="Codes">Codes of villages and whole townships; null for everywhere.</param>
public sealed record DeskReach(IReadOnlyList<string>? Codes)
{
    /// <summary>Those who see bookings.</summary>
    public static readonly string[] Readers = [Roles.Viewer, Roles.VillageAgent, Roles.Dispatcher, Roles.Administrator];

    /// <summary>Those who make, change and cancel bookings for others.</summary>
    public static readonly string[] Bookers = [Roles.VillageAgent, Roles.Dispatcher, Roles.Administrator];

    /// <summary>Those who work for the whole district: they see phones, and cancel after the cut-off.</summary>
    public static readonly string[] Dispatchers = [Roles.Dispatcher, Roles.Administrator];

    /// <summary>Everywhere.</summary>
    public bool IsEverywhere => Codes is null;

    /// <summary>Is it an agent for whom no village was named yet?</summary>
    public bool IsNowhere => Codes is { Count: 0 };

    /// <summary>The reach of whoever is signed in, asked anew each time: villages may be taken away.</summary>
    public static async Task<DeskReach> OfAsync(ClaimsPrincipal user, OperatorVillages villages, CancellationToken cancellationToken) =>
        user.Holds(Roles.VillageAgent) ? new DeskReach(await villages.OfAsync(user.Identity?.Name ?? "", cancellationToken)) : new DeskReach((IReadOnlyList<string>?)null);

    /// <summary>Does it hold this village?</summary>
    public bool Holds(string village) => Codes is null || OperatorVillages.Holds(Codes, village);

    /// <summary>How bookings made by this operator came in.</summary>
    public string Channel => IsEverywhere ? BookingChannel.Phone : BookingChannel.Agent;

    /// <summary>Who acted, as histories write it, when a booking that is there is changed.</summary>
    public string By => IsEverywhere ? "dispatcher" : "agent";

    /// <summary>The codes as the SQL of lists compares them: <c>,120119100201,120119105,</c>; blank for everywhere.</summary>
    public string Written => Codes is null ? "" : $",{string.Join(',', Codes)},";
}
