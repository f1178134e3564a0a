using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>What a client asks of a collection's items, read and checked.</summary>
internal sealed class ItemsQuery
{
    /// <summary>Features on a page when nothing else is asked.</summary>
    public const int UsualLimit = 10;

    /// <summary>The most features on a page; more is clamped.</summary>
    public const int GreatestLimit = 1000;

    private static readonly string[] Reserved = ["bbox", "bbox-crs", "crs", "cursor", "datetime", FormChoice.Parameter, "limit"];

    private readonly List<PropertyFilter> _properties = [];
    private BoxFilter? _box;
    private FeatureTime? _time;

    private ItemsQuery()
    {
    }

    /// <summary>How many features a page holds.</summary>
    public int Limit { get; private set; } = UsualLimit;

    /// <summary>In which system positions are answered.</summary>
    public KnownCrs Crs { get; private set; } = KnownCrs.Crs84;

    /// <summary>Number of the first feature that may stand on the page.</summary>
    public int Start { get; private set; }

    /// <summary>Reads all parameters; refuses the first that is unknown, repeated or wrong.</summary>
    public static bool TryRead(
        IQueryCollection asked, IFeatureCollection collection, IFeatureSet features, [NotNullWhen(true)] out ItemsQuery? query, out Refusal? refusal)
    {
        query = new ItemsQuery();
        refusal = RefuseUnknown(asked, collection) ?? query.ReadReserved(asked, features) ?? query.ReadProperties(asked, collection);
        query = refusal is null ? query : null;
        return query is not null;
    }

    /// <summary>Numbers of all features that match, in order, whatever page they stand on.</summary>
    public List<int> Match(IFeatureSet features)
    {
        if (_box?.In(features) is { } inside)
        {
            return [.. inside.Where(ordinal => AcceptsElsewise(features, ordinal))];
        }

        List<int> matched = [];
        for (var ordinal = 0; ordinal < features.Count; ordinal++)
        {
            if (Accepts(features, ordinal))
            {
                matched.Add(ordinal);
            }
        }

        return matched;
    }

    private static Refusal? RefuseUnknown(IQueryCollection asked, IFeatureCollection collection)
    {
        foreach (var (name, values) in asked)
        {
            if (values.Count > 1 || (!Reserved.Contains(name, StringComparer.Ordinal) && !collection.Properties.Any(property => property.Name == name)))
            {
                return QueryCheck.Refuse(asked, [.. Reserved, .. collection.Properties.Select(property => property.Name)]);
            }
        }

        return null;
    }

    private bool Accepts(IFeatureSet features, int ordinal) =>
        (_box is null || (features.PositionOf(ordinal) is { } position && _box.Accepts(position))) && AcceptsElsewise(features, ordinal);

    private bool AcceptsElsewise(IFeatureSet features, int ordinal) =>
        (_time is not { } wanted || (features.TimeOf(ordinal) is { } time && time.Meets(wanted)))
        && _properties.TrueForAll(filter => filter.Accepts(features, ordinal));

    private Refusal? ReadReserved(IQueryCollection asked, IFeatureSet features) =>
        ReadLimit(asked["limit"]) ?? ReadCrs(asked["crs"]) ?? ReadBox(asked["bbox"], asked["bbox-crs"])
        ?? ReadTime(asked["datetime"]) ?? ReadCursor(asked["cursor"], features);

    private Refusal? ReadLimit(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1)
        {
            return OgcRefusals.Invalid("limit", text, $" 1 到 {GreatestLimit} 的整数（更大的按 {GreatestLimit} 算）", FieldCodes.NotANumber);
        }

        Limit = (int)Math.Min(limit, GreatestLimit);
        return null;
    }

    private Refusal? ReadCrs(string? text)
    {
        var refusal = QueryCheck.RefuseCrs("crs", text);
        Crs = KnownCrs.Find(text) ?? KnownCrs.Crs84;
        return refusal;
    }

    private Refusal? ReadBox(string? text, string? crs)
    {
        var refusal = QueryCheck.RefuseCrs("bbox-crs", crs);
        if (refusal is null && text is not null)
        {
            BoxFilter.TryRead(text, KnownCrs.Find(crs) ?? KnownCrs.Crs84, out _box, out refusal);
        }

        return refusal;
    }

    private Refusal? ReadTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        _time = TimeFilter.TryRead(text, out var time, out var refusal) ? time : null;
        return refusal;
    }

    private Refusal? ReadCursor(string? text, IFeatureSet features)
    {
        if (text is null)
        {
            return null;
        }

        Start = features.FirstAfter(text) ?? -1;
        return Start >= 0 ? null : OgcRefusals.Invalid("cursor", text, " next 或 prev 链接里原样的值");
    }

    private Refusal? ReadProperties(IQueryCollection asked, IFeatureCollection collection)
    {
        for (var number = 0; number < collection.Properties.Count; number++)
        {
            if (!asked.TryGetValue(collection.Properties[number].Name, out var value))
            {
                continue;
            }

            if (!PropertyFilter.TryRead(collection.Properties, number, value[0] ?? "", out var filter, out var refusal))
            {
                return refusal;
            }

            _properties.Add(filter);
        }

        return null;
    }
}
