namespace Jizhou.Public.Content;

/// <summary>One Markdown page of content/pages.</summary>
/// <param name="Path">Path below the content folder, such as <c>pages/sorting/hazardous.md</c>.</param>
/// <param name="Url">Address on the site, such as <c>/sorting/hazardous/</c>.</param>
/// <param name="Front">Its front matter, checked.</param>
/// <param name="Body">The Markdown below the front matter.</param>
/// <param name="BodyLine">Line of the file on which the body begins, counted from 1.</param>
public sealed record ContentPage(string Path, string Url, FrontMatter Front, string Body, int BodyLine)
{
    /// <summary>First part of the address, <c>sorting</c> in <c>/sorting/hazardous/</c>; empty for the home page.</summary>
    public string Section => Url.Split('/')[1];

    /// <summary>The address that follows from a path: <c>pages/sorting/index.md</c> gives <c>/sorting/</c>.</summary>
    public static string UrlOf(string path)
    {
        var address = path["pages/".Length..^".md".Length];
        if (address == "index")
        {
            return "/";
        }

        return address.EndsWith("/index", StringComparison.Ordinal) ? $"/{address[..^"index".Length]}" : $"/{address}/";
    }
}
