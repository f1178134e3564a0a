using System.Text.Json;
using System.Text.Json.Nodes;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>What is personal in a hold: kept encrypted.</summary>
/// <param name="Address">Address inside the village.</param>
/// <param name="Floor">Floor on which the things stand; null when not told.</param>
/// <param name="Lift">Is there a lift? Null when not told.</param>
public sealed record HeldPlace(string Address, int? Floor, bool? Lift)
{
    /// <summary>The place of a hold. One that was made before floor and lift were asked holds the address alone.</summary>
    public static HeldPlace Open(byte[] secret, BookingSecrets secrets)
    {
        var json = secrets.Open<JsonNode>(secret, BookingSecrets.HoldAddress);
        return json.GetValueKind() == JsonValueKind.String ? new HeldPlace(json.GetValue<string>(), null, null) : json.Deserialize<HeldPlace>(JsonForm.Options)!;
    }
}
