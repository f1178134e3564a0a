using Jizhou.Public.Api.Places.Directions;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>The shapes of answers about places, for documentation and clients; the bytes are written from ready pieces.</summary>
public static class PlaceAnswer
{
    /// <summary>What every answer with sample places says.</summary>
    public const string SampleNotice = "示例数据，请勿前往。";

    /// <summary>
    /// What every list shows of a place. <c>nearness</c> (village, township or district) is there when a village was given,
    /// <c>directions</c> when they were asked for; a place without a position has none.
    /// </summary>
    public sealed record Item(
        string Id, string Name, string Kind, string KindName, int? Metres, Point? Position, Named? Township, Named? Village, string? Address,
        IReadOnlyList<string> Materials, string AcceptsText, string Audience, bool AppointmentOnly, bool? Pays, bool? StepFree, string Page,
        bool Illustrative, bool Sample, string Open, string OpenText, DateTimeOffset? ClosesAt, DateTimeOffset? NextOpening, IReadOnlyList<DateOnly> NextDates,
        Terminal? Terminal, string? Nearness = null, IReadOnlyList<MapLink>? Directions = null);

    /// <summary>A position in the asked coordinate system.</summary>
    public sealed record Point(double Lng, double Lat);

    /// <summary>A township or village.</summary>
    public sealed record Named(string Code, string Name);

    /// <summary>What a terminal last reported; state is "unknown" and fill empty when the report is older than two hours.</summary>
    public sealed record Terminal(bool Live, string State, string StateText, DateTimeOffset ReportedAt, IReadOnlyDictionary<string, int> Fill);

    /// <summary>Writes one place of a list; <paramref name="metres"/> below zero for none.</summary>
    internal static void Write(PlacePen pen, PlaceEntry entry, Crs crs, double metres, DateTimeOffset now)
    {
        var fragments = entry.Fragments;
        pen.Write(fragments.Head);
        if (metres >= 0)
        {
            pen.Write(",\"metres\":"u8);
            pen.Write((long)Math.Round(metres, MidpointRounding.AwayFromZero));
        }

        pen.Write(fragments.Positions[(int)crs]);
        pen.Write(fragments.Tail);
        pen.Write(entry.Now(now).Json.Span);
    }

    /// <summary>Writes the directions when they were asked for, and closes the place.</summary>
    internal static void WriteEnd(PlacePen pen, PlaceEntry entry, bool directions)
    {
        if (directions)
        {
            pen.Write(PlaceJson.Directions(entry));
        }

        pen.Write("}"u8);
    }

    /// <summary>Writes the members that stand before the items of every list.</summary>
    internal static void WriteStart(PlacePen pen, PlaceSnapshot snapshot, Crs crs)
    {
        pen.Write("{\"crs\":"u8);
        pen.WritePlain(crs.Code());
        pen.Write(snapshot.HasSamples ? ",\"sample\":true,\"notice\":\"示例数据，请勿前往。\""u8 : ",\"sample\":false,\"notice\":null"u8);
    }
}
