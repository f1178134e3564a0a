using System.Globalization;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>The refusals of places.</summary>
public static class PlaceRefusals
{
    public static readonly RefusalKind PlaceNotFound = new(
        "place_not_found", 404, "没有这个点", "从来没有过这个编号的点；从 /api/v1/places 找正确的编号。");

    public static readonly RefusalKind PlaceRemoved = new(
        "place_removed", 410, "这个点已经撤了", "点已撤销：reason 是原因，replacedBy 是接替它的点（没有则为 null），编号不会再用。");

    public static readonly RefusalKind PhotoNotFound = new(
        "place_photo_not_found", 404, "没有这张照片", "这个点没有这张照片，或者照片已经换掉、撤下；问 /api/v1/places/{id}，用里面的 photo.url。");

    public static readonly RefusalKind InvalidPosition = new(
        "invalid_position", 400, "经纬度不对", "lng 是经度（-180 到 180），lat 是纬度（-90 到 90）；最常见的错是写反了。");

    public static readonly RefusalKind UnknownMaterial = new(
        "unknown_material", 400, "没有这个品类", "material 用 /api/v1/materials 里的代码。");

    public static readonly RefusalKind UnknownPlaceKind = new(
        "unknown_place_kind", 400, "没有这种点", "kind 用 /api/v1/materials 里 kinds 的代码。");

    public static readonly RefusalKind UnknownArea = new(
        "unknown_area", 400, "没有这个村镇", "township 用 9 位、village 用 12 位统计用区划代码。");

    public static readonly RefusalKind InvalidBox = new(
        "invalid_bbox", 400, "范围写得不对", "bbox=西,南,东,北，四个 WGS-84 度数，用英文逗号分开。");

    public static readonly RefusalKind NotATerminal = new(
        "not_a_terminal", 409, "这个点不是智能回收终端", "只有 kind 为 smart-terminal 的点能上报满没满。");

    public static readonly RefusalKind StatusOutdated = new(
        "status_outdated", 409, "有更新的上报", "time 早于已经记录的上报，没有保存；不用重发。");

    /// <summary>The place is no terminal.</summary>
    public static Refusal NoTerminal(string id) => NotATerminal.Because($"“{id}” 不是智能回收终端，不能上报满没满。请检查编号。");

    /// <summary>A newer report is on record.</summary>
    public static Refusal OldStatus(DateTimeOffset time) =>
        StatusOutdated.Because($"已经有比 {time.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss} 更新的上报，这一条没有保存。");

    /// <summary>Neither a cursor of the list of changes nor a day.</summary>
    public static Refusal NoSince(string text) =>
        Field(PlatformRefusals.InvalidCursor, "since", $"since=“{text}” 读不懂。请原样使用上一次的 next 或 latest，或写日期，例如 2026-11-22。");

    /// <summary>No place ever had this id.</summary>
    public static Refusal NotFound(string id) => PlaceNotFound.Because($"没有编号为 “{id}” 的点。请检查网址，或到 /places/ 找最近的点。");

    /// <summary>The place does not show this photo.</summary>
    public static Refusal NoPhoto(string id) => PhotoNotFound.Because($"“{id}” 没有这张照片，或者照片已经换掉、撤下。现在的照片见 /places/{id}/。");

    /// <summary>The place is no more.</summary>
    public static Refusal Removed(RemovedPlace place) => PlaceRemoved.Because(Words(place)) with
    {
        More = new Dictionary<string, object?>
        {
            ["reason"] = place.Reason,
            ["replacedBy"] = place.ReplacedBy,
            ["removedAt"] = place.RemovedAt.ToOffset(TimeSpan.FromHours(8)),
            ["sample"] = place.Sample,
        },
    };

    /// <summary>The position is not on the earth; says so when the two numbers look swapped.</summary>
    public static Refusal NotOnEarth(double lng, double lat)
    {
        var swapped = Math.Abs(lng) <= 90 && Math.Abs(lat) is > 90 and <= 180;
        var hint = swapped
            ? $"经纬度写反了？lng 是经度（约 117），lat 是纬度（约 40），您给的是 lng={lng}、lat={lat}。"
            : $"lng={lng}、lat={lat} 不在地球上：经度从 -180 到 180，纬度从 -90 到 90。";
        var field = Math.Abs(lat) > 90 ? "lat" : "lng";
        return InvalidPosition.Because(hint) with { Fields = [new FieldRefusal(field, FieldCodes.Invalid, hint)] };
    }

    /// <summary>No such material.</summary>
    public static Refusal NoMaterial(string code) =>
        Field(UnknownMaterial, "material", $"没有品类 “{code}”。可用的代码见 /api/v1/materials。");

    /// <summary>No such kind.</summary>
    public static Refusal NoKind(string code) =>
        Field(UnknownPlaceKind, "kind", $"没有 “{code}” 这种点。可用的代码见 /api/v1/materials 的 kinds。");

    /// <summary>No such township or village.</summary>
    public static Refusal NoArea(string field, string code) =>
        Field(UnknownArea, field, $"没有代码为 “{code}” 的{(field is "village" or "nearVillage" ? "村或社区（12 位）" : "乡镇、街道（9 位）")}。");

    /// <summary>No such township; names the one whose code or name is most alike.</summary>
    public static Refusal NoTownship(string code, Geography geo)
    {
        var nearest = geo.Townships.OrderBy(township => Math.Min(Slips(code, township.Code), Slips(code, township.Name))).ThenBy(township => township.Code, StringComparer.Ordinal).FirstOrDefault();
        var hint = nearest is null ? "" : $"最接近的是 {nearest.Code}（{nearest.Name}）。";
        return Field(UnknownArea, "township", $"没有代码为 “{code}” 的乡镇、街道（9 位）。{hint}");
    }

    /// <summary>The box cannot be read.</summary>
    public static Refusal NoBox(string text) =>
        Field(InvalidBox, "bbox", $"bbox=“{text}” 不对，应为 西,南,东,北，例如 117.2,39.9,117.5,40.1。{(LooksSwapped(text) ? "经纬度写反了？经度（约 117）在前。" : "")}");

    private static bool LooksSwapped(string box)
    {
        var numbers = box.Split(',').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? Math.Abs(number) : double.NaN).ToList();
        return numbers.Count == 4 && numbers[0] <= 90 && numbers[2] <= 90 && numbers[1] > 90 && numbers[3] > 90;
    }

    /// <summary>A number below what makes sense.</summary>
    public static Refusal TooSmall(string field, double value, string wanted) =>
        Field(PlatformRefusals.InvalidParameter, field, $"{field}={value} 不对，应为{wanted}。");

    /// <summary>A code out of a short list.</summary>
    public static Refusal NotOneOf(string field, string value, string allowed)
    {
        var message = $"{field}=“{value}” 不对，应为 {allowed} 之一。";
        return PlatformRefusals.InvalidParameter.Because(message) with { Fields = [new FieldRefusal(field, FieldCodes.NotOneOf, message)] };
    }

    /// <summary>What befell a removed place, in one sentence.</summary>
    public static string Words(RemovedPlace place) =>
        $"“{place.Name}” 已经撤了（{place.Reason}）。" + (place.ReplacedBy is { } next ? $"请改去 /places/{next}/ 。" : "请到 /places/ 找最近的点。");

    /// <summary>How many characters must be put in, left out or changed to make one text of the other.</summary>
    private static int Slips(string one, string other)
    {
        one = one.Length > 32 ? one[..32] : one; // what is longer is like nothing here
        var costs = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (letter, row) in one.Select((letter, i) => (letter, i + 1)))
        {
            var diagonal = costs[0];
            costs[0] = row;
            for (var i = 1; i < costs.Length; i++)
            {
                var changed = diagonal + (letter == other[i - 1] ? 0 : 1);
                (diagonal, costs[i]) = (costs[i], Math.Min(changed, Math.Min(costs[i], costs[i - 1]) + 1));
            }
        }

        return costs[^1];
    }

    private static Refusal Field(RefusalKind kind, string field, string message) =>
        kind.Because(message) with { Fields = [new FieldRefusal(field, FieldCodes.Invalid, message)] };
}
