using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Plastics;

/// <summary>What a breach may cost. Amounts are the law's, with dates; which applies is decided by the authority.</summary>
/// <param name="Penalties">The dated amounts, in fen, with who, for what and on which condition.</param>
public sealed record ConsequenceAnswer(IReadOnlyList<Penalty> Penalties)
{
    /// <summary>The wire form; null when none is on record.</summary>
    public static ConsequenceAnswer? Of(IReadOnlyList<Penalty> penalties) => penalties.Count == 0 ? null : new ConsequenceAnswer(penalties);
}
