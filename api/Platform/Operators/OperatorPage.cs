using Microsoft.AspNetCore.Components;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>What <see cref="ConsolePage"/> tells every page of the console; a page writes <c>@inherits OperatorPage</c> and hands the three to its frame.</summary>
public abstract class OperatorPage : ComponentBase
{
    /// <summary>Who is signed in.</summary>
    [Parameter] public string? Operator { get; set; }

    /// <summary>Their role.</summary>
    [Parameter] public string? Role { get; set; }

    /// <summary>Token of forms.</summary>
    [Parameter] public string? FormToken { get; set; }
}
