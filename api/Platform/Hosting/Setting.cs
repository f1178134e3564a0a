using System.Globalization;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>One setting: read from the command line, the environment or appsettings.json, in that order.</summary>
/// <param name="Name">Name with colons, e.g. <c>Storage:DataFolder</c> (environment: <c>Storage__DataFolder</c>).</param>
/// <param name="Default">The value when nobody sets it.</param>
/// <param name="Meaning">One Chinese sentence for the settings page.</param>
public sealed record Setting(string Name, string Default, string Meaning)
{
    /// <summary>The value as text; an empty value counts as not set.</summary>
    public string Of(IConfiguration configuration)
        => configuration[Name] is { Length: > 0 } value ? value : Default;

    /// <summary>The value as a whole number. Refuses anything else.</summary>
    public int NumberOf(IConfiguration configuration, int least = 0)
        => int.TryParse(Of(configuration), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw Wrong(configuration, $"应为不小于 {least} 的整数");

    /// <summary>The value as true or false. Refuses anything else.</summary>
    public bool YesOrNoOf(IConfiguration configuration)
        => bool.TryParse(Of(configuration), out var yes) ? yes : throw Wrong(configuration, "应为 true 或 false");

    /// <summary>The value as a full path; a relative one stands below <paramref name="root"/>.</summary>
    public string FolderOf(IConfiguration configuration, string root)
        => Path.GetFullPath(Of(configuration), root);

    /// <summary>The values of a list separated by commas, without blanks.</summary>
    public string[] ListOf(IConfiguration configuration)
        => Of(configuration).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The failure that names this setting, its value and what would be right.</summary>
    public StartFailedException Wrong(IConfiguration configuration, string right)
        => new($"无法启动：设置 {Name} 的值 “{Of(configuration)}” 不对，{right}。", $"Mend: set {Name} and start again.");
}
