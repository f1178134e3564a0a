namespace Jizhou.Public.Api.Places.Hours;

/// <summary>What can be said about a place at one moment. Unknown is not closed, and always is not just open.</summary>
public enum OpenState
{
    /// <summary>We have no hours, or cannot read them.</summary>
    Unknown,

    /// <summary>Closed now.</summary>
    Closed,

    /// <summary>Open now, and closed at some other time.</summary>
    Open,

    /// <summary>Open around the clock on every day.</summary>
    Always,
}

/// <summary>The codes of open states on the wire.</summary>
public static class OpenStateCodes
{
    /// <summary><c>open</c>, <c>closed</c>, <c>always</c> or <c>unknown</c>.</summary>
    public static string Code(this OpenState state) => state switch
    {
        OpenState.Closed => "closed",
        OpenState.Open => "open",
        OpenState.Always => "always",
        _ => "unknown",
    };
}
