using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Pictures;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>A report whose parts have all been understood.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">The place, for the kinds of a place.</param>
/// <param name="Township">9-digit code; null when only a position is known.</param>
/// <param name="Village">12-digit code.</param>
/// <param name="Position">Rounded to four decimals.</param>
/// <param name="Note">Cleaned text.</param>
/// <param name="Phone">The number.</param>
/// <param name="Photo">The picture without anything else.</param>
public sealed record ReportWish(
    ReportKind Kind, ReportPlace? Place, string? Township, string? Village, GeoPoint? Position, string? Note, PhoneNumber? Phone, Picture? Photo);

/// <summary>Understands a request, or says for every field what is wrong and how to mend it.</summary>
public static class CheckReport
{
    /// <summary>Longest note, as people count characters.</summary>
    public const int LongestNote = 300;

    private const int Decimals = 4; // some ten metres

    /// <summary>The wish, or the refused fields.</summary>
    public static (ReportWish? Wish, IReadOnlyList<FieldRefusal> Refused) Of(ReportRequest request, ReportDesk desk)
    {
        List<FieldRefusal> refused = [];
        var kind = desk.Facts.Book.Kind(request.Kind);
        if (kind is null)
        {
            refused.Add(new("kind", FieldCodes.NotOneOf, $"请选是什么问题：{string.Join("、", desk.Facts.Book.Kinds.Select(k => $"{k.Name}（{k.Code}）"))}。"));
        }

        var place = kind?.About == ReportSubject.Place ? PlaceOf(request, desk, refused) : null;
        var spot = kind?.About == ReportSubject.Spot ? SpotOf(request, desk.Facts, refused) : default;
        var note = PlainText.Clean(request.Note, "note", "说明", LongestNote, refused);
        var phone = PhoneOf(request.Phone, refused);
        var photo = PhotoOf(request.Photo, desk.PhotoBytes, refused);
        return kind is null || refused.Count > 0
            ? (null, refused)
            : (new ReportWish(kind, place, place?.Township ?? spot.Township, place?.Village ?? spot.Village, spot.Position, note, phone, photo), []);
    }

    private static ReportPlace? PlaceOf(ReportRequest request, ReportDesk desk, List<FieldRefusal> refused)
    {
        if (string.IsNullOrWhiteSpace(request.Place))
        {
            refused.Add(new("place", FieldCodes.Required, "请先选是哪个点。"));
            return null;
        }

        var place = desk.Places.Find(request.Place);
        if (place is null)
        {
            refused.Add(new("place", FieldCodes.Invalid, desk.Places.WhyGone(request.Place)?.Detail ?? "没有这个点。请从名单里选，或扫点位上的码。"));
        }

        return place;
    }

    private static (string? Township, string? Village, GeoPoint? Position) SpotOf(ReportRequest request, ReportFacts facts, List<FieldRefusal> refused)
    {
        var village = string.IsNullOrEmpty(request.Village) ? null : facts.Geo.Village(request.Village);
        var township = facts.Geo.Township(village?.Township ?? request.Township ?? "");
        if (!string.IsNullOrEmpty(request.Village) && village is null)
        {
            refused.Add(new("village", FieldCodes.Invalid, "没有这个村（社区）。请从名单里选。"));
        }
        else if (!string.IsNullOrEmpty(request.Township) && township is null)
        {
            refused.Add(new("township", FieldCodes.Invalid, "没有这个乡镇（街道）。请从名单里选。"));
        }
        else if (village is null && township is null && request.Position is null)
        {
            refused.Add(new("township", FieldCodes.Required, "请选乡镇和村，或者用您的位置。"));
        }

        return (township?.Code, village?.Code, PositionOf(request.Position, facts, refused));
    }

    private static GeoPoint? PositionOf(ReportPosition? given, ReportFacts facts, List<FieldRefusal> refused)
    {
        if (given is null)
        {
            return null;
        }

        var point = new GeoPoint(Math.Round(given.Lng, Decimals), Math.Round(given.Lat, Decimals));
        if (facts.IsNear(point))
        {
            return point;
        }

        var swapped = point with { Lng = point.Lat, Lat = point.Lng };
        refused.Add(new("position", FieldCodes.OutOfRange, facts.IsNear(swapped)
            ? "经度和纬度写反了？lng 是经度（117 左右），lat 是纬度（40 左右）。"
            : "这个位置不在蓟州区。请选乡镇和村；别的地方的事，请找当地的 12345。"));
        return null;
    }

    private static PhoneNumber? PhoneOf(string? text, List<FieldRefusal> refused)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (PhoneNumber.TryParse(text, out var phone))
        {
            return phone;
        }

        refused.Add(new("phone", "phone_invalid", "请写 11 位手机号，或带区号的座机号，例如 022-12345678；也可以不写。"));
        return null;
    }

    private static Picture? PhotoOf(byte[]? bytes, int most, List<FieldRefusal> refused)
    {
        if (bytes is null or { Length: 0 })
        {
            return null;
        }

        try
        {
            return CleanPicture.Of(bytes, most);
        }
        catch (RefusedException no)
        {
            refused.AddRange(no.Refusal.Fields);
            return null;
        }
    }
}
