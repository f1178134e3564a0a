using System.Globalization;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>Reads what a crew's form or phone sent; every slip is told at once.</summary>
public static class ReadReport
{
    private const int LongestNote = 250;
    private const int MostLitres = 100_000;
    private const int MostKilograms = 50_000;

    private static readonly string[] Results = ["collected", "partly-collected", "not-collected"];

    /// <summary>The result, or what must be mended.</summary>
    public static Outcome<CrewResult> Result(IFormCollection form, RoundBook book, DateTimeOffset now)
    {
        List<FieldRefusal> refused = [];
        var (result, reason) = (form["result"].ToString(), form["reason"].ToString());
        if (!Results.Contains(result, StringComparer.Ordinal))
        {
            refused.Add(new("result", FieldCodes.Invalid, "请选结果：全部收完、收了一部分，或没有收。"));
        }
        else if (result != "collected" && book.Reason(reason) is null)
        {
            refused.Add(new("reason", FieldCodes.Required, "没有全部收完，请选原因：住户会看到它。"));
        }

        var note = PlainText.Clean(form["note"].ToString(), "note", "备注", LongestNote, refused);
        var loads = Loads(form, book, isCentreNeeded: false, refused);
        var id = Id(form, refused);
        return refused.Count > 0 ? RoundRefusals.Fields(refused)
            : new CrewResult(id, form["round"].ToString(), form["reference"].ToString(), result, result == "collected" ? null : reason, note, HappenedAt(form, now), loads);
    }

    /// <summary>What was tipped, or what must be mended.</summary>
    public static Outcome<TippedLoad> Tipped(IFormCollection form, RoundBook book, DateTimeOffset now)
    {
        List<FieldRefusal> refused = [];
        var loads = Loads(form, book, isCentreNeeded: true, refused);
        if (loads.Count == 0 && refused.Count == 0)
        {
            refused.Add(new("loads", FieldCodes.Required, "请至少填一种东西的立方米数或公斤数。"));
        }

        var id = Id(form, refused);
        return refused.Count > 0 ? RoundRefusals.Fields(refused) : new TippedLoad(id, form["round"].ToString(), HappenedAt(form, now), loads);
    }

    private static List<StreamLoad> Loads(IFormCollection form, RoundBook book, bool isCentreNeeded, List<FieldRefusal> refused)
    {
        var (centre, loads) = (book.Centre(form["centre"].ToString()), new List<StreamLoad>());
        foreach (var stream in book.Streams)
        {
            var litres = Amount(form, $"cubic-metres-{stream.Code}", $"{stream.Name}的立方米数", 1000, MostLitres, refused);
            var kilograms = Amount(form, $"kilograms-{stream.Code}", $"{stream.Name}的公斤数", 1, MostKilograms, refused);
            if (litres is null && kilograms is null)
            {
                continue;
            }

            if (centre is not null && !centre.Streams.Contains(stream.Code, StringComparer.Ordinal))
            {
                refused.Add(new("centre", FieldCodes.Invalid, $"{centre.Name}不收{stream.Name}，请换一个卸点。"));
            }

            loads.Add(new StreamLoad(stream.Code, litres, kilograms, centre?.Code));
        }

        if (isCentreNeeded && loads.Count > 0 && centre is null)
        {
            refused.Add(new("centre", FieldCodes.Required, "请选卸在哪里。"));
        }

        return loads;
    }

    // In whole litres or kilograms: a bridge weighs no grams.
    private static int? Amount(IFormCollection form, string field, string name, int factor, int most, List<FieldRefusal> refused)
    {
        var text = HalfWidth.Of(form[field].ToString()).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length <= 12 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 && amount * factor <= most)
        {
            return Math.Max(1, (int)Math.Round(amount * factor, MidpointRounding.AwayFromZero));
        }

        refused.Add(new(field, FieldCodes.NotANumber, $"{name}写的是“{text}”，请写大于 0、不超过 {most / factor} 的数，例如 {(factor == 1 ? "120" : "1.5")}。"));
        return null;
    }

    private static string Id(IFormCollection form, List<FieldRefusal> refused)
    {
        var id = form["id"].ToString();
        if (id.Length is < 16 or > 64 || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            refused.Add(new("id", FieldCodes.Invalid, "这条记录没有编号，请重新打开页面再记一次。"));
        }

        return id;
    }

    private static DateTimeOffset HappenedAt(IFormCollection form, DateTimeOffset now) => ResultRule.Righted(Instant(form["happened-at"].ToString()), Instant(form["sent-at"].ToString()), now);

    private static DateTimeOffset? Instant(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 4_102_444_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
