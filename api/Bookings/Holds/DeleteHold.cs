using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>DELETE /bookings/holds/{hold} — gives a kept slot back before its time.</summary>
public static class DeleteHold
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapDelete("/holds/{hold}", HandleAsync)
        .WithName(nameof(DeleteHold)).WithSummary("放弃暂留的时段")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Frees exactly what was kept, once; doing it again answers the same. A hold that became a booking is not touched.</summary>
    public static async Task<IResult> HandleAsync(string hold, BookingDesk desk, CancellationToken cancellationToken)
    {
        var state = await desk.Database.WriteAsync(async tx =>
        {
            if (await HoldStore.FindAsync(tx.Connection!, hold, tx) is not { } found)
            {
                return null;
            }

            if (await HoldStore.ChangeAsync(tx, found.Id, "released", "held"))
            {
                await SlotStore.ReleaseAsync(tx, found.Place);
                return "released";
            }

            return found.State;
        }, cancellationToken);

        switch (state)
        {
            case null:
                return BookingRefusals.NoSuchHold().ToProblem();
            case "confirmed":
                return BookingRefusals.HoldUsed.Because("这个暂留已经变成预约。要取消，请用预约编号和电话后四位查到它。").ToProblem();
            default:
                await desk.Cache.ForgetAsync(cancellationToken);
                return TypedResults.NoContent();
        }
    }
}
