using System.Globalization;
using System.Security.Cryptography;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Reports.Pages;

/// <summary>What stands in the form's fields: of a fresh page, of an address (a scanned code), or as it was sent and must be mended.</summary>
public sealed record FormValues
{
    /// <summary>Makes the sending of one page one report, however often it arrives.</summary>
    public string Key { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Code of the kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id of the place.</summary>
    public string Place { get; init; } = "";

    /// <summary>9-digit code.</summary>
    public string Township { get; init; } = "";

    /// <summary>12-digit code.</summary>
    public string Village { get; init; } = "";

    /// <summary>Longitude, as text.</summary>
    public string Lng { get; init; } = "";

    /// <summary>Latitude, as text.</summary>
    public string Lat { get; init; } = "";

    /// <summary>Own words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Phone as typed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>What must be mended.</summary>
    public IReadOnlyList<FieldRefusal> Refused { get; init; } = [];

    /// <summary>Of the address of the page.</summary>
    public static FormValues Of(IQueryCollection query) => new()
    {
        Kind = query["kind"].ToString(), Place = query["place"].ToString(), Township = query["township"].ToString(), Village = query["village"].ToString(),
    };

    /// <summary>Of the form as it was sent.</summary>
    public static FormValues Of(IFormCollection form)
    {
        var values = new FormValues
        {
            Kind = form["kind"].ToString(), Place = form["place"].ToString(), Township = form["township"].ToString(), Village = form["village"].ToString(),
            Lng = form["lng"].ToString(), Lat = form["lat"].ToString(), Note = form["note"].ToString(), Phone = form["phone"].ToString(),
        };
        return form["key"].ToString() is { Length: > 0 and <= 64 } key ? values with { Key = key } : values;
    }

    /// <summary>The request these values make.</summary>
    public ReportRequest ToRequest(byte[]? photo) => new()
    {
        Kind = Kind, Place = Blank(Place), Township = Blank(Township), Village = Blank(Village), Note = Blank(Note), Phone = Blank(Phone), Photo = photo,
        Position = Number(Lng) is { } lng && Number(Lat) is { } lat ? new ReportPosition(lng, lat) : null,
    };

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
