using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>Reads <c>content/</c> once at the start; features take the <see cref="ContentFolder"/> from the container.</summary>
public static class ContentStart
{
    /// <summary>Registers the content. Refuses a folder that is missing or broken, one line for each problem.</summary>
    public static void AddContent(this WebApplicationBuilder builder)
    {
        var path = Settings.ContentFolder.FolderOf(builder.Configuration, AppContext.BaseDirectory);
        if (!Directory.Exists(path))
        {
            throw new StartFailedException(
                $"无法启动：没有内容文件夹 {path}。", "Mend: build the project again, or name the folder with --Content:Folder FOLDER.");
        }

        try
        {
            builder.Services.AddSingleton(ContentFolder.Load(path));
        }
        catch (ContentException failure)
        {
            throw new StartFailedException(
                [$"无法启动：内容有 {failure.Problems.Count} 处错误，请改好再启动 (the content has problems):", .. failure.Problems.Select(problem => problem.ToString())]);
        }
    }
}
