using System.Diagnostics.CodeAnalysis;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>What an operation comes to when it is called from code: its value, or the refusal a client would have been answered with.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Value">The value; null when refused.</param>
/// <param name="Refusal">Why not; null when there is a value.</param>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    /// <summary>A value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    /// <summary>Was it refused? Says which of the two is there.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        (refusal, value) = (Refusal, Value);
        return refusal is not null;
    }
}
