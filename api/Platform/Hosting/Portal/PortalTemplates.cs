using System.Collections.Concurrent;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>The site's templates by address (<c>/templates/place.html</c>), read again when the site was built anew.</summary>
public sealed class PortalTemplates(PortalFiles files)
{
    private readonly ConcurrentDictionary<string, Known> _known = [];

    /// <summary>The template with its tag; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Find(string address)
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
