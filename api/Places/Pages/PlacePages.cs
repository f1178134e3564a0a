using System.Collections.Concurrent;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The site's two templates for places, read again when the site was built anew.</summary>
public sealed class PlacePages(PortalFiles files)
{
    private readonly ConcurrentDictionary<string, Known> _known = [];

    /// <summary>The template of a standing place with its tag; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Standing => Read("/templates/place.html");

    /// <summary>The template of a removed place; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Gone => Read("/templates/place-gone.html");

    private (PageTemplate Template, string Tag)? Read(string address)
    {
        if (!files.TryFind(address, out var file))
        {
            return null;
        }

        if (!_known.TryGetValue(address, out var known) || known.Tag != file.Tag)
        {
            _known[address] = known = new Known(new PageTemplate(ReadText(file)), file.Tag);
        }

        return (known.Template, known.Tag);
    }

    private static string ReadText(PortalFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }

    private sealed record Known(PageTemplate Template, string Tag);
}
