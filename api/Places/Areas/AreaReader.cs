using System.Globalization;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.Reading;
using Jizhou.Public.Api.Places.Import.Rows;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>Reads rows of villages and townships.</summary>
internal sealed class AreaReader(ColumnPlan columns, SourceCrs? crs, ImportOptions options, Geography geo)
{
    private readonly AreaWords _areas = new(geo);
    private readonly ReadPoint _points = new(columns, crs);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly double _km2 = UnitOf(columns.HeaderOf("area"));

    /// <summary>Refused rows, in order.</summary>
    public IList<RefusedRow> Refused { get; } = new List<RefusedRow>();

    /// <summary>Whether the file can tell anything about an area.</summary>
    public bool SaysAnything => _points.Says || columns.Says("area") || columns.Says("population");

    /// <summary>What a row says, or null when it was refused or has nothing to say.</summary>
    public AreaDraft? Read(SourceRow row)
    {
        var before = Refused.Count;
        if (row.Broken is { } broken)
        {
            Refuse(row, "", "", broken);
            return null;
        }

        var code = Code(row);
        var point = _points.Says ? _points.Of(row) : default;
        if (point.Refusal is { } refusal)
        {
            Refuse(row, _points.Field, point.Value, refusal);
        }

        var (area, population) = (Number(row, "area", fraction: true), Number(row, "population", fraction: false));
        if (code is not null && !_seen.Add(code))
        {
            Refuse(row, columns.Says("code") ? "code" : "name", code, "前面有一行说的是同一个村或乡镇");
        }

        var nothing = point.At is null && area is null && population is null;
        return Refused.Count > before || nothing ? null : new(code!, point.At, area * _km2, (long?)population, Source(row));
    }

    private string Source(SourceRow row) => columns.Value(row, "source") is { Length: > 0 } own ? own : options.Source ?? options.FileName;

    private string? Code(SourceRow row)
    {
        var given = columns.Value(row, "code") ?? "";
        if (given.Length > 0 && !ColumnPlan.IsSpoiltCode(given))
        {
            var digits = WordMatch.Fold(given);
            var known = geo.Village(digits)?.Code ?? geo.Township(digits)?.Code ?? (digits.EndsWith("000", StringComparison.Ordinal) ? geo.Township(digits[..^3])?.Code : null);
            if (known is null)
            {
                Refuse(row, "code", given, "名录里没有这个代码：村和社区是 12 位，乡镇和街道是 9 位");
            }

            return known;
        }

        var (name, township) = (columns.Value(row, "name") ?? "", columns.Value(row, "townshipname") ?? "");
        var code = ByName(name, township);
        if (code is null)
        {
            var near = _areas.SuggestTownship(township.Length > 0 ? township : name);
            Refuse(row, name.Length > 0 ? "name" : "townshipname", name.Length > 0 ? name : township,
                $"名录里没有这个村或社区，或有几个同名的（请写上乡镇，或用代码）{(near is null ? "" : $"，是不是“{near}”？")}");
        }

        return code;
    }

    /// <summary>A row without a village's name, or with a township's, is about the township.</summary>
    private string? ByName(string name, string township)
    {
        var inside = township.Length > 0 ? _areas.Township(township) : null;
        if (township.Length > 0 && inside is null)
        {
            return null;
        }

        return name.Length == 0 ? inside : _areas.Village(name, inside) ?? (_areas.Township(name) is { } own && (inside is null || inside == own) ? own : null);
    }

    private double? Number(SourceRow row, string field, bool fraction)
    {
        var text = columns.Value(row, field) ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        var plain = WordMatch.HalfWidth(text).Replace("人", "", StringComparison.Ordinal).Trim();
        plain = plain.Contains('.', StringComparison.Ordinal) || !fraction ? plain.Replace(",", "", StringComparison.Ordinal) : plain.Replace(',', '.');
        var read = double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        if (!read || number < 0 || (fraction && number <= 0) || (!fraction && (!double.IsInteger(number) || number > 10_000_000)))
        {
            Refuse(row, field, text, fraction ? "面积应是大于 0 的数" : "人口应是整数");
            return null;
        }

        return number;
    }

    /// <summary>Square kilometres in one unit of the column, as its header names it: 面积（公顷）, 面积(亩), 面积 m².</summary>
    private static double UnitOf(string header)
    {
        var word = WordMatch.HalfWidth(header).ToLowerInvariant();
        return word switch
        {
            _ when word.Contains("公顷", StringComparison.Ordinal) || word.Contains("ha", StringComparison.Ordinal) => 0.01,
            _ when word.Contains('亩', StringComparison.Ordinal) => 1 / 1500.0,
            _ when word.Contains("平方千米", StringComparison.Ordinal) || word.Contains("平方公里", StringComparison.Ordinal) || word.Contains("km", StringComparison.Ordinal) => 1,
            _ when word.Contains("平方米", StringComparison.Ordinal) || word.Contains("m2", StringComparison.Ordinal) || word.Contains("m²", StringComparison.Ordinal) => 1e-6,
            _ => 1,
        };
    }

    private void Refuse(SourceRow row, string field, string value, string reason) =>
        Refused.Add(new(row, field.Length == 0 ? "" : columns.HeaderOf(field), value, reason));
}
