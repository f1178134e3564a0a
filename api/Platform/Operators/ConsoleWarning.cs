namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Something an operator should see to in time, shown on top of the start page.</summary>
/// <param name="Words">One or two sentences.</param>
/// <param name="Address">Where it is seen to.</param>
/// <param name="LinkWords">What the link says.</param>
/// <param name="Roles">Who sees it.</param>
public sealed record ConsoleWarning(string Words, string Address, string LinkWords, IReadOnlyList<string> Roles);

/// <summary>Where a feature's warnings come from; register it as a singleton. Asked each time the start page is shown.</summary>
public interface IConsoleWarnings
{
    /// <summary>What should be seen to now.</summary>
    ValueTask<IReadOnlyList<ConsoleWarning>> NowAsync(CancellationToken cancellationToken);
}
