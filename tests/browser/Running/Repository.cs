namespace Jizhou.Public.BrowserTests.Running;

/// <summary>Where things stand in the checkout the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Jizhou.Public.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The API program as built for the configuration the tests were built for.</summary>
    public static string ApiProgram => Path.Combine(Root, "api", "bin", Configuration, "net10.0", "Jizhou.Public.Api.dll");

    /// <summary>Where screenshots are kept (git ignores it).</summary>
    public static string Screenshots => Directory.CreateDirectory(Path.Combine(Root, ".artefacts", "screenshots")).FullName;

    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no Jizhou.Public.sln above the tests");
        }

        return folder.FullName;
    }
}
