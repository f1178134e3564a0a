namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The keyed hash by which one address is one stop: village and door, or village and phone where there is no door number.</summary>
public static class AddressKey
{
    /// <summary>Of a door as <see cref="DoorNumber"/> spells it.</summary>
    public static string OfDoor(BookingSecrets secrets, string village, string door) => secrets.Key("address", $"{village}|{door}");

    /// <summary>Of whoever has no door number.</summary>
    public static string OfPhone(BookingSecrets secrets, string village, string digits) => secrets.Key("address", $"{village}|phone {digits}");
}
