using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Catalogue;

/// <summary>What a pickup takes and costs, itemised.</summary>
/// <param name="Tariff">Version of the tariff it was made with.</param>
/// <param name="TariffName">What people read.</param>
/// <param name="Lines">The lines.</param>
/// <param name="CubicMetres">Volume of all.</param>
/// <param name="Stops">Addresses the truck stops at.</param>
/// <param name="Fen">What the resident pays, in fen.</param>
/// <param name="Sample">True while tariff or volumes are samples (示例).</param>
/// <param name="Note">What people must know about the tariff.</param>
public sealed record Quote(string Tariff, string TariffName, IReadOnlyList<QuoteLine> Lines, decimal CubicMetres, int Stops, int Fen, bool Sample, string Note)
{
    /// <summary>The quote for lines that were checked, by the tariff of a class on the day it is asked for. Fees by volume are rounded up to the fen.</summary>
    public static Quote Of(IReadOnlyList<ItemLine> lines, BulkyBook book, BookingClass booker, DateOnly day)
    {
        var (tariff, litres) = (book.TariffOf(booker, day), lines.Sum(l => l.Litres));
        var fen = tariff.FenPerStop + (int)Math.Ceiling(litres * (decimal)tariff.FenPerCubicMetre / 1000m);
        return new Quote(tariff.Version, tariff.Name, [.. lines.Select(QuoteLine.Of)], litres / 1000m, 1, fen,
            tariff.Sample || book.Catalogue.Sample, tariff.Note);
    }
}

/// <summary>One line of a quote or booking.</summary>
/// <param name="Code">Code of the item.</param>
/// <param name="Name">What people read.</param>
/// <param name="Count">How many.</param>
/// <param name="Unit">Chinese measure word.</param>
/// <param name="CubicMetres">Volume of the line.</param>
public sealed record QuoteLine(string Code, string Name, int Count, string Unit, decimal CubicMetres)
{
    /// <summary>The line as it goes over the wire.</summary>
    public static QuoteLine Of(ItemLine line) =>
        new(line.Item.Code, line.Item.Name, line.Count, line.Item.Unit ?? "", line.Litres / 1000m);
}
