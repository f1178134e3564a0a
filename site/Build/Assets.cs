using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>Style sheet, scripts and pictures under names that carry a hash of their content, so that they may be cached for ever.</summary>
public sealed class Assets
{
    private readonly List<SiteFile> _files = [];
    private readonly Dictionary<string, string> _scripts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);

    private Assets()
    {
    }

    /// <summary>The files to write.</summary>
    public IReadOnlyList<SiteFile> Files => _files;

    /// <summary>Address of the style sheet.</summary>
    public string Stylesheet { get; private set; } = "";

    /// <summary>Addresses of the style sheets that only some pages load, by name.</summary>
    public IReadOnlyDictionary<string, string> Styles { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Addresses of the scripts by name.</summary>
    public IReadOnlyDictionary<string, string> Scripts => _scripts;

    /// <summary>Addresses of the data files that pages fetch, by name.</summary>
    public IReadOnlyDictionary<string, string> Data => _data;

    /// <summary>Gathers everything that is embedded in the program, and the lists that pages fetch from the content.</summary>
    public static Assets Gather(ContentFolder content)
    {
        var assets = new Assets();
        assets._data.Add("villages", assets.Add("villages", "json", VillageList.Write(content.Geo)));
        assets.Stylesheet = assets.Add("site", "css", StyleBundle.Build());
        assets.Styles = StyleBundle.Separate.ToDictionary(name => name, name => assets.Add(name, "css", StyleBundle.BuildSeparate(name)), StringComparer.Ordinal);
        assets.AddScripts();
        foreach (var path in EmbeddedFiles.Find("assets/", ""))
        {
            var name = path["assets/".Length..];
            assets._files.Add(new SiteFile(IsAtRoot(name) ? name : path, EmbeddedFiles.ReadBytes(path)));
        }

        return assets;
    }

    private static bool IsAtRoot(string name) => name is "favicon.svg";

    /// <summary>Shared modules (<c>Scripts/</c>) come first: a component names them as <c>./NAME.js</c> and gets the hashed address.</summary>
    private void AddScripts()
    {
        foreach (var path in (string[])[.. EmbeddedFiles.Find("Scripts/", ".js"), .. EmbeddedFiles.Find("Components/", ".js")])
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var text = _scripts.Aggregate(
                EmbeddedFiles.ReadText(path),
                (script, known) => script.Replace($"\"./{known.Key}.js\"", $"\"{known.Value}\"", StringComparison.Ordinal));
            _scripts.Add(name, Add(name, "js", text));
        }
    }

    private string Add(string name, string ending, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
        var path = $"assets/{name}.{hash}.{ending}";
        _files.Add(SiteFile.Text(path, text));
        return "/" + path;
    }
}
