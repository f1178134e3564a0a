namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>An entry of the console: on the start page and in the line above every page, for those who may use it.</summary>
/// <param name="Address">Where it leads: <c>/console/imports/</c>.</param>
/// <param name="Name">A word or two: 导入.</param>
/// <param name="What">One sentence that says what can be done there.</param>
/// <param name="Order">Lower ones stand first, in groups: bookings and rounds 10–, reports, places and prices 20–, records 50–, administration 90–.</param>
/// <param name="Roles">Who sees it; the same roles that <see cref="RoleGate"/> lets in.</param>
public sealed record ConsoleLink(string Address, string Name, string What, int Order, IReadOnlyList<string> Roles);

/// <summary>All entries of the console, and which of them a role sees.</summary>
public sealed class ConsoleLinks(IEnumerable<ConsoleLink> links)
{
    private readonly ConsoleLink[] _links = [.. links.OrderBy(link => link.Order).ThenBy(link => link.Address, StringComparer.Ordinal)];

    /// <summary>The entries of a role, in order; none for nobody.</summary>
    public IReadOnlyList<ConsoleLink> Of(string? role) => [.. _links.Where(link => link.Roles.Contains(role, StringComparer.Ordinal))];
}

/// <summary>How a feature puts itself into the console.</summary>
public static class ConsoleLinkRegistration
{
    /// <summary>Adds an entry; give <see cref="RoleGate"/> the same roles.</summary>
    public static IServiceCollection AddConsoleLink(this IServiceCollection services, string address, string name, string what, int order, params string[] roles) =>
        services.AddSingleton(new ConsoleLink(address, name, what, order, roles));
}
