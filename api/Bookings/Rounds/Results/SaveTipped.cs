using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>Saves what a round tipped, once.</summary>
public static class SaveTipped
{
    /// <summary>Saves it; the round, or why it is refused.</summary>
    public static Task<Outcome<Round>> RunAsync(RoundDesk desk, string crew, TippedLoad load, CancellationToken cancellationToken) => desk.Bookings.Database.WriteAsync(async tx =>
    {
        if (await CrewTrucks.OfAsync(tx.Open(), crew, tx) is not { } truck)
        {
            return RoundRefusals.WithoutTruck();
        }

        if (await RoundStore.FindAsync(tx.Open(), load.Round, tx) is not { } round || round.Truck != truck)
        {
            return RoundRefusals.Foreign();
        }

        await LoadStore.InsertAsync(tx, load, round, crew, desk.Bookings.Clock.Now);
        return (Outcome<Round>)round;
    }, cancellationToken);
}
