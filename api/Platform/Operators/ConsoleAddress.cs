namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Addresses to go back to.</summary>
public static class ConsoleAddress
{
    /// <summary>The address asked for when it lies inside the console, else the start page: an address from a query must not lead elsewhere.</summary>
    public static string Own(string asked) =>
        asked.StartsWith("/console/", StringComparison.Ordinal) && !asked.Contains("//", StringComparison.Ordinal) && !asked.Contains('\\') && !asked.Any(char.IsControl)
            ? asked
            : "/console/";
}
