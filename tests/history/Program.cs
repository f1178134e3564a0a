using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Naive;

namespace Jizhou.Public.History;

/// <summary>The checker's entry; a class with a name, so that tests can use the judges beside the program's own entry.</summary>
public static class Program
{
    /// <summary>0 when every scene ended as it must.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is ["naive-server", .. var rest])
        {
            return await NaiveServer.RunAsync(rest);
        }

        var options = Options.Read(args);
        Console.WriteLine($"seed {options.Seed}");
        var failed = 0;
        foreach (var scene in Options.Scenes.Where(options.Wants))
        {
            if (scene != "naive" && !Environment.IsPrivilegedProcess)
            {
                // A disk that can be full is a mount: in a namespace of its own everybody may make one.
                failed += await Shell.CodeAsync("unshare", ["-Urm", "dotnet", typeof(Play).Assembly.Location, .. options.WordsFor(scene)]);
            }
            else
            {
                failed += await Play.RunAsync(scene, options) ? 0 : 1;
            }
        }

        return failed == 0 ? 0 : 1;
    }
}
