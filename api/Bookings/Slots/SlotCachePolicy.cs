using System.Globalization;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>
/// How lists of slots are cached: by village, day and volume, for at most half a minute, forgotten by tag when something is taken or
/// freed, and never across the minute after the cut-off or midnight, because the minute is part of the key.
/// </summary>
public static class SlotCachePolicy
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "booking-slots";

    /// <summary>Adds the policy.</summary>
    public static void Add(OutputCacheOptions options) => options.AddPolicy(Name, policy => policy
        .Expire(TimeSpan.FromSeconds(30))
        .SetVaryByHost(false)
        .SetVaryByQuery("village", "from", "volume")
        .VaryByValue(Minute)
        .Tag(SlotCache.Tag));

    private static KeyValuePair<string, string> Minute(HttpContext context) => new("minute",
        context.RequestServices.GetRequiredService<JizhouClock>().Now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture));
}
