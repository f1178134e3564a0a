using Jizhou.Public.Api.Platform.Hosting;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>The folder of secrets. It lies outside the data folder, so that a copy of the data alone opens nothing.</summary>
/// <param name="Path">Full path.</param>
public sealed record KeyFolder(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The keys of personal data.</summary>
    public string RingFile => System.IO.Path.Combine(Path, "personal-data.json");

    /// <summary>The keys of sign-in cookies.</summary>
    public string SessionFolder => System.IO.Path.Combine(Path, "sessions");

    /// <summary>The folder of the settings. Refuses one that lies inside the data folder, or that holds it.</summary>
    public static KeyFolder Of(IConfiguration configuration, string contentRoot)
    {
        var keys = Settings.SecurityKeyFolder.FolderOf(configuration, contentRoot);
        var data = Settings.StorageDataFolder.FolderOf(configuration, contentRoot);
        return IsInside(keys, data) || IsInside(data, keys)
            ? throw Settings.SecurityKeyFolder.Wrong(configuration, $"密钥文件夹和数据文件夹（{data}）不能一个套着另一个，否则一份备份就同时带走数据和密钥")
            : new KeyFolder(keys);
    }

    /// <summary>Makes the folder, for its owner alone.</summary>
    public void Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OwnerOnly);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(failure);
        }
    }

    /// <summary>The failure that tells the owner what to do.</summary>
    public StartFailedException Unusable(Exception failure)
        => new($"无法启动：密钥文件夹 {Path} 不能读写（{failure.Message}）。",
            "Mend: give this user read and write access to it, or choose another with --Security:KeyFolder FOLDER.", failure);

    private static bool IsInside(string inner, string outer)
        => (inner + System.IO.Path.DirectorySeparatorChar).StartsWith(outer + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
