using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>Style sheet, scripts and pictures under names that carry a hash of their content, so that they may be cached for ever.</summary>
public sealed partial class Assets
{
    private const string Leaflet = "leaflet-1.9.4"; // the version stands in the folder's name: another one has another address

    private readonly List<SiteFile> _files = [];
    private readonly Dictionary<string, string> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _imports = new(StringComparer.Ordinal);

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

    /// <summary>By name, the addresses of everything a script imports, also through others: a page names them at once, or a phone would learn of each only from the one before.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Imports => _imports;

    /// <summary>Addresses of the data files that pages fetch, by name.</summary>
    public IReadOnlyDictionary<string, string> Data => _data;

    /// <summary>Gathers everything that is embedded in the program, and the lists that pages fetch from the content.</summary>
    public static Assets Gather(ContentFolder content)
    {
        var assets = new Assets();
        assets._data.Add("villages", assets.Add("villages", "json", VillageList.Write(content.Geo)));
        assets._data.Add("areas", assets.Add("areas", "json", AreaList.Write(content.Geo, content.Pinyin)));
        assets._data.Add("map", assets.Add("map", "json", MapData.Write(content.Geo)));
        assets._data.Add("leaflet", $"/assets/{Leaflet}/leaflet.js");
        assets._data.Add("leaflet-style", $"/assets/{Leaflet}/leaflet.css");
        assets._data.Add("item-index", assets.Add("item-index", "json", SearchIndexFile.Write(SearchIndex.Of(content))));
        assets._data.Add("spoken-answers", assets.Add("spoken-answers", "json", SpokenAnswers.Write(content)));
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

    private static bool IsAtRoot(string name) => name is "favicon.svg" or "sorting/call-takers/worker.js"; // a service worker serves the folder it stands in

    /// <summary>Every module, those it imports first: it names them as <c>./NAME.js</c> and gets their hashed addresses.</summary>
    private void AddScripts()
    {
        var paths = EmbeddedFiles.Find("Scripts/", ".js").Concat(EmbeddedFiles.Find("Components/", ".js"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);
        foreach (var name in paths.Keys.Order(StringComparer.Ordinal))
        {
            AddScript(name, paths, []);
        }
    }

    private string AddScript(string name, Dictionary<string, string> paths, IReadOnlyList<string> importers)
    {
        if (_scripts.TryGetValue(name, out var address))
        {
            return address;
        }

        if (importers.Contains(name))
        {
            throw new InvalidOperationException($"modules import each other in a circle: {string.Join(" -> ", importers)} -> {name}");
        }

        List<string> imports = [];
        var text = Import().Replace(EmbeddedFiles.ReadText(paths[name]), import =>
        {
            var imported = import.Groups["name"].Value;
            if (!paths.ContainsKey(imported))
            {
                return import.Value;
            }

            var leadsTo = AddScript(imported, paths, [.. importers, name]);
            imports.AddRange([leadsTo, .. _imports[imported]]);
            return $"\"{leadsTo}\"";
        });
        _imports[name] = [.. imports.Distinct(StringComparer.Ordinal)];
        return _scripts[name] = Add(name, "js", text);
    }

    [GeneratedRegex("\"\\./(?<name>[a-z-]+)\\.js\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    private string Add(string name, string ending, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
        var path = $"assets/{name}.{hash}.{ending}";
        _files.Add(SiteFile.Text(path, text));
        return "/" + path;
    }
}
