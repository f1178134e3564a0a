namespace Jizhou.Public.Site.Pages;

/// <summary>One step of the breadcrumbs.</summary>
/// <param name="Address">Absolute path of the page.</param>
/// <param name="Title">Its short name.</param>
public sealed record Crumb(string Address, string Title);
