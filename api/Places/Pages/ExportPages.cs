using System.Text;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>
/// The command <c>-- export pages FOLDER</c>: writes the page of every place, the lists of the townships and the sitemap as
/// files, for a CDN that serves the built site without the program. Such pages say nothing about now; removed places, which
/// answer 410, stay with the API.
/// </summary>
public sealed class ExportPages(PlaceStore store, PlaceWords words, PlacePages templates, PlacePageText text, PortalFiles portal, PortalAddress address)
{
    /// <summary>The form of the command.</summary>
    public const string Usage = "export pages FOLDER";

    /// <summary>Writes the files; answers 0, 2 when the words are wrong and 1 when the site was not built.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words is not ["pages", var folder])
        {
            await Console.Error.WriteLineAsync($"用法：{Usage}");
            return 2;
        }

        var written = await ActivatorUtilities.CreateInstance<ExportPages>(services).WriteAsync(Path.GetFullPath(folder), cancellationToken);
        if (written is not { } count)
        {
            await Console.Error.WriteLineAsync("网站还没有生成：先构建，或设置 Portal:Folder。");
            return 1;
        }

        await Console.Out.WriteLineAsync($"写好 {count} 个文件：{Path.GetFullPath(folder)}");
        return 0;
    }

    /// <summary>How many files were written; null when the site has no templates.</summary>
    public async Task<int?> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        if (templates.Standing is not { } place || templates.Township is not { } list || !portal.TryFind("/sitemap.xml", out var map))
        {
            return null;
        }

        var (standing, removed) = await store.ReadAllAsync(cancellationToken);
        var snapshot = PlaceSnapshot.Build(standing, removed, words);
        using var site = new StreamReader(map.Open());
        var files = snapshot.Places.Select(entry => Page(snapshot, entry, place.Template))
            .Concat(words.Geo.Townships.SelectMany(township => Lists(snapshot, township.Code, list.Template)))
            .Concat(PlaceSitemap.Files(await site.ReadToEndAsync(cancellationToken), snapshot, address.Public));
        var count = 0;
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, content, new UTF8Encoding(false), cancellationToken);
            count++;
        }

        return count;
    }

    private (string Name, string Content) Page(PlaceSnapshot snapshot, PlaceEntry entry, PageTemplate template)
    {
        var name = $"places/{entry.Place.Id}/";
        return ($"{name}index.html", template.Fill(text.Of(snapshot, entry, moment: null, $"{address.Public}/{name}")));
    }

    private IEnumerable<(string Name, string Content)> Lists(PlaceSnapshot snapshot, string code, PageTemplate template)
    {
        var places = TownshipPageText.Places(snapshot, code);
        return Enumerable.Range(1, TownshipPageText.Pages(places.Count)).Select(page => (
            $"{TownshipPageText.Address(code, page)[1..]}index.html",
            template.Fill(TownshipPageText.Of(snapshot, words.Geo.Township(code)!, places, page, moment: null, address.Public))));
    }
}
