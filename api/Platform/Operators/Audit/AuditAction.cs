using System.Security.Claims;

namespace Jizhou.Public.Api.Platform.Operators.Audit;

/// <summary>A kind of thing that is noted. Declare it as a static field of the feature and register it with <see cref="AuditActions.AddAuditAction"/>, so that the page can name it.</summary>
/// <param name="Code">Kebab-case and never changed: <c>places-import</c>.</param>
/// <param name="Name">What operators read: 导入点位.</param>
public sealed record AuditAction(string Code, string Name);

/// <summary>Who did it.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">Role at that moment; blank for the command line.</param>
public sealed record Actor(string Name, string Role)
{
    /// <summary>Whoever works at the machine itself.</summary>
    public static Actor CommandLine { get; } = new("命令行", "");

    /// <summary>The operator who is signed in.</summary>
    public static Actor Of(ClaimsPrincipal user) => new(user.Identity?.Name ?? "", user.FindFirstValue(ClaimTypes.Role) ?? "");
}

/// <summary>How a feature makes its actions known.</summary>
public static class AuditActions
{
    /// <summary>Registers an action.</summary>
    public static IServiceCollection AddAuditAction(this IServiceCollection services, AuditAction action) => services.AddSingleton(action);
}
