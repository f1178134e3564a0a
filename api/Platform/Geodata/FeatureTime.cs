namespace Jizhou.Public.Api.Platform.Geodata;

/// <summary>A stretch of time, both ends included; an instant has equal ends.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The last moment.</param>
public readonly record struct FeatureTime(DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeSpan Jizhou = TimeSpan.FromHours(8);

    /// <summary>One moment.</summary>
    public static FeatureTime At(DateTimeOffset moment) => new(moment, moment);

    /// <summary>A whole day in Jizhou.</summary>
    public static FeatureTime Of(DateOnly day)
    {
        var midnight = new DateTimeOffset(day, TimeOnly.MinValue, Jizhou);
        return new FeatureTime(midnight, midnight.AddTicks(TimeSpan.TicksPerDay - 1));
    }

    /// <summary>Whether both share a moment.</summary>
    public bool Meets(FeatureTime other) => From <= other.To && To >= other.From;
}
