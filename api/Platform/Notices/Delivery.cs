namespace Jizhou.Public.Api.Platform.Notices;

/// <summary>What became of one attempt to hand a message over.</summary>
/// <param name="Outcome">Handed over, worth another attempt, or hopeless.</param>
/// <param name="Problem">What went wrong, in Chinese for the console and without personal data; null when all went well.</param>
/// <param name="RetryAfter">How long the receiver asks us to wait; null when it does not say.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? Problem = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Handed over.</summary>
    public static Delivery Sent { get; } = new(DeliveryOutcome.Sent);

    /// <summary>Not now; another attempt may work.</summary>
    public static Delivery Later(string problem, TimeSpan? retryAfter = null) => new(DeliveryOutcome.Later, problem, retryAfter);

    /// <summary>Another attempt of the same message would fail as well.</summary>
    public static Delivery Never(string problem) => new(DeliveryOutcome.Never, problem);
}

/// <summary>The three ends of an attempt.</summary>
public enum DeliveryOutcome
{
    /// <summary>The receiver has it.</summary>
    Sent,

    /// <summary>Try again after a while.</summary>
    Later,

    /// <summary>Do not try again by itself.</summary>
    Never,
}
