namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>A script that every page of the console loads for some roles: for what must happen wherever they are, as on signing out.</summary>
/// <param name="Address">Where it stands, on our own origin.</param>
/// <param name="Roles">Whose pages load it.</param>
public sealed record ConsoleScript(string Address, IReadOnlyList<string> Roles);

/// <summary>How a feature adds one.</summary>
public static class ConsoleScriptRegistration
{
    /// <summary>Adds a script.</summary>
    public static IServiceCollection AddConsoleScript(this IServiceCollection services, string address, params string[] roles) =>
        services.AddSingleton(new ConsoleScript(address, roles));
}
