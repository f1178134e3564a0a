using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>The files of the built site by request path. A file that changes on disk is seen at the next request.</summary>
public sealed partial class PortalFiles(string root, OwnerMarks marks)
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private readonly ConcurrentDictionary<string, PortalFile> _known = new(StringComparer.Ordinal);
    private readonly FileExtensionContentTypeProvider _types = new()
    {
        Mappings = { [".geojson"] = "application/geo+json", [".jsonld"] = "application/ld+json", [".md"] = "text/markdown" },
    };

    /// <summary>The folder, absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The file for a request path; <c>/x/</c> means <c>/x/index.html</c>. Hidden files and paths outside do not exist.</summary>
    public bool TryFind(string requestPath, [NotNullWhen(true)] out PortalFile? file)
    {
        file = null;
        if (requestPath.Contains("/.", StringComparison.Ordinal) || requestPath.Contains('\0') || requestPath.Contains('\\'))
        {
            return false;
        }

        var relative = requestPath.EndsWith('/') ? requestPath + "index.html" : requestPath;
        var info = new FileInfo(Path.Join(Root, relative));
        if (!info.Exists)
        {
            return false;
        }

        if (!_known.TryGetValue(info.FullName, out file) || file.Modified != info.LastWriteTimeUtc || file.Length != info.Length)
        {
            file = Read(info);
            _known[info.FullName] = file;
        }

        return true;
    }

    private PortalFile Read(FileInfo info)
    {
        var content = File.ReadAllBytes(info.FullName);
        var filled = OwnerMarks.MayStandIn(info.Name) ? marks.Fill(content) : null;
        var tag = Convert.ToHexStringLower(SHA256.HashData(filled ?? content))[..32];
        var caching = HashedName().IsMatch(info.Name) ? Forever : AskAgain;
        return new PortalFile(info.FullName, info.Length, info.LastWriteTimeUtc, TypeOf(info.Name), caching, tag, filled);
    }

    private string TypeOf(string name)
    {
        var type = _types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isText = type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/json" or "application/xml" or "application/geo+json" or "application/ld+json" or "application/manifest+json";
        return isText ? $"{type}; charset=utf-8" : type;
    }

    [GeneratedRegex(@"[.-][0-9a-f]{8,64}\.[a-z0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex HashedName();
}
