using System.Text.Json.Serialization;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Catalogue;

/// <summary>POST /bookings/quote — volume and fee of some items, without keeping anything.</summary>
public static class MakeQuote
{
    /// <summary>What is to be collected.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>Who books: resident (default), inn or organisation.</summary>
        public string? Class { get; init; }

        /// <summary>Items and counts; the same code twice is added up.</summary>
        public required IReadOnlyList<ItemWish?> Items { get; init; }
    }

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/quote", Handle)
        .WithName(nameof(MakeQuote)).WithSummary("算体积和费用")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Quote>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The same rules as a hold applies.</summary>
    public static IResult Handle(Request request, PickupFacts facts, JizhouClock clock)
    {
        if (facts.Booker(request.Class) is not { } booker)
        {
            return BookingRefusals.Fields([BookingRefusals.NoSuchClass(request.Class!, facts.Book)]).ToProblem();
        }

        var (lines, refused) = ItemLines.Check(request.Items, facts.Book, booker);
        return refused.Count > 0 ? BookingRefusals.Fields(refused).ToProblem() : TypedResults.Ok(Quote.Of(lines, facts.Book, booker, clock.Today));
    }
}
