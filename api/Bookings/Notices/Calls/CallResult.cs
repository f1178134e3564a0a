namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>What became of a call.</summary>
public static class CallResult
{
    /// <summary>The resident knows.</summary>
    public const string Reached = "reached";

    /// <summary>Nobody answered; it stays on the sheet.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Nobody of that booking has this number; it leaves the sheet.</summary>
    public const string WrongNumber = "wrong-number";

    /// <summary>To be rung again; it stays on the sheet.</summary>
    public const string CallAgain = "call-again";

    /// <summary>What operators read, in the order of the buttons.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Reached] = "打通了", [NoAnswer] = "没人接", [CallAgain] = "稍后再打", [WrongNumber] = "号码不对",
    };
}
