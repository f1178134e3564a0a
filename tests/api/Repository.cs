using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")] // signals and file modes; the project is tested on Debian

namespace Jizhou.Public.ApiTests;

/// <summary>Where the repository and its built parts are.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The output folder of the api project for the configuration these tests were built with.</summary>
    public static string BuiltApi { get; } = Path.Combine(
        Root, "api", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>The program.</summary>
    public static string Program => Path.Combine(BuiltApi, "Jizhou.Public.Api.dll");

    /// <summary>The site that the build of the api project made.</summary>
    public static string BuiltPortal => Path.Combine(BuiltApi, "portal");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
