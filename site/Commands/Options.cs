namespace Jizhou.Public.Site.Commands;

/// <summary>The <c>--name value</c> pairs of a command line.</summary>
public sealed class Options
{
    private static readonly string[] Known =
        ["content", "output", "base-address", "api-base-address", "owner", "site-code", "icp", "police", "map-approval", "map-key", "today", "for"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Options()
    {
    }

    /// <summary>The owner's settings.</summary>
    public SiteSettings Settings => Find("for") switch
    {
        "api" => SiteSettings.FilledByTheApi,
        null => FromOptions,
        var other => throw new UsageException($"--for {other}: only \"api\" is known"),
    };

    /// <summary>The folder of the content: <c>--content</c>, or <c>content</c> where the command is given.</summary>
    public string Content => Find("content") ?? "content";

    private SiteSettings FromOptions => new()
    {
        BaseAddress = Address("base-address"),
        ApiBaseAddress = Address("api-base-address"),
        Owner = Find("owner") ?? "",
        SiteCode = Find("site-code") ?? "",
        Icp = Find("icp") ?? "",
        Police = Find("police") ?? "",
        MapNote = Find("map-approval") is { Length: > 0 } number ? $"审图号 {number}" : new SiteSettings().MapNote,
        MapKey = Find("map-key") ?? "",
    };

    /// <summary>Reads the pairs; refuses a name that no command knows and a name without a value.</summary>
    public static Options Read(IEnumerable<string> args)
    {
        var options = new Options();
        using var words = args.GetEnumerator();
        while (words.MoveNext())
        {
            var name = words.Current.StartsWith("--", StringComparison.Ordinal) ? words.Current[2..] : "";
            if (!Known.Contains(name))
            {
                throw new UsageException($"unknown option \"{words.Current}\"");
            }

            options._values[name] = words.MoveNext() ? words.Current : throw new UsageException($"--{name} needs a value");
        }

        return options;
    }

    /// <summary>The value of an option, or null.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    private string Address(string name)
    {
        var address = (Find(name) ?? "").TrimEnd('/');
        return address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? address
            : throw new UsageException($"--{name} {address}: not an http or https address");
    }
}
