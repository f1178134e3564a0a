namespace Jizhou.Public.Site.Check;

/// <summary>One thing an editor should mend.</summary>
/// <param name="Where">A file of the content, or the address of a page.</param>
/// <param name="What">What is wrong, with the offending value.</param>
public sealed record Finding(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";
}
