using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The site's templates for places.</summary>
public sealed class PlacePages(PortalTemplates templates)
{
    /// <summary>The template of a standing place with its tag; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Standing => templates.Find("/templates/place.html");

    /// <summary>The template of the coverage; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Coverage => templates.Find("/templates/coverage.html");

    /// <summary>The template of a removed place; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Gone => templates.Find("/templates/place-gone.html");

    /// <summary>The template of a township's list; null while the site has none.</summary>
    public (PageTemplate Template, string Tag)? Township => templates.Find("/templates/places-township.html");
}
