namespace Jizhou.Public.History.Judging;

/// <summary>Something that must not be.</summary>
/// <param name="What">over-booked, lost, doubled, half-amended, booked-on-closed-day, left-behind, ghost, wrong-sum, broken-limit, unexpected.</param>
/// <param name="Where">Which slot, booking or call, and how it shows.</param>
public sealed record Finding(string What, string Where)
{
    /// <summary>More was taken than there is.</summary>
    public const string OverBooked = "over-booked";

    /// <summary>An acknowledged booking or change is not there.</summary>
    public const string Lost = "lost";

    /// <summary>One hold or one key gave two bookings, or a replay other bytes.</summary>
    public const string Doubled = "doubled";

    /// <summary>No order of the calls explains what was seen.</summary>
    public const string HalfDone = "half-amended";

    /// <summary>Something was held or booked on a closed day.</summary>
    public const string Closed = "booked-on-closed-day";

    /// <summary>A booking still stands on a day that was called off.</summary>
    public const string LeftBehind = "left-behind";

    /// <summary>A booking or hold that nobody asked for.</summary>
    public const string Ghost = "ghost";

    /// <summary>Counted capacity differs from the bookings and holds.</summary>
    public const string WrongSum = "wrong-sum";

    /// <summary>More open bookings than a phone or address may have.</summary>
    public const string BrokenLimit = "broken-limit";

    /// <summary>An answer that no rule allows.</summary>
    public const string Unexpected = "unexpected";

    /// <inheritdoc />
    public override string ToString() => $"{What}: {Where}";
}
