using System.Data.Common;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// What an amendment may change of the place: the door inside the village, how near a truck comes, floor and lift. The village stays: another one has other
/// days and rounds, and is another booking.
/// </summary>
public static class AmendPlace
{
    /// <summary>The address as it will be kept; null when it stays. What is wrong goes into <paramref name="refused"/>.</summary>
    public static string? Check(AmendBooking.Request request, ICollection<FieldRefusal> refused)
    {
        DoorAccess.Check(request.Access, request.Floor, refused);
        var before = refused.Count;
        var address = PlainText.Clean(request.Address, "address", "地址", 100, refused);
        if (request.Address is not null && address is null && refused.Count == before)
        {
            refused.Add(new("address", FieldCodes.Required, "地址不能空着。请写村里的地址，最好有门牌号，例如“西街12号”。"));
        }

        return address;
    }

    /// <summary>The key of the address that is wished; the booking's own when it stays, or when the booking has been erased.</summary>
    public static string KeyOf(StoredBooking booking, AmendBooking.Request request, BookingDesk desk)
    {
        if (Check(request, []) is not { } address || booking.Secret is not { } secret)
        {
            return booking.AddressKey;
        }

        IEnumerable<string> names = desk.Facts.Village(booking.Village) is { } place ? [place.Township.Name, place.Village.Name, place.Village.OfficialName] : [];
        return DoorNumber.From(address, names) is { } door
            ? AddressKey.OfDoor(desk.Secrets, booking.Village, door)
            : AddressKey.OfPhone(desk.Secrets, booking.Village, desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData).Phone);
    }

    /// <summary>The personal part with the wished place.</summary>
    public static Personal Of(Personal personal, AmendBooking.Request request, string? address) =>
        personal with { Address = address ?? personal.Address, Floor = request.Floor ?? personal.Floor, Lift = request.Lift ?? personal.Lift };

    /// <summary>An address takes no more open bookings by amending than by booking. Call it behind the gate of that address.</summary>
    public static async Task CheckLimitAsync(DbTransaction tx, StoredBooking booking, string addressKey, int most, BookingDesk desk)
    {
        if (addressKey == booking.AddressKey)
        {
            return;
        }

        var batch = new Batch(tx);
        var open = BookingStore.OpenOfAddress(batch, addressKey, desk.Clock.Today);
        await batch.RunAsync();
        if (open.Value >= most)
        {
            throw new RefusedException(BookingRefusals.AddressLimit.Because($"您要改成的地址已有 {most} 个还没收运的预约，不能再加。没有改，预约还是原来的样子。"));
        }
    }
}
