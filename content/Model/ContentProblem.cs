namespace Jizhou.Public.Content;

/// <summary>One thing that is wrong in <c>content/</c>: where it stands, what it is, and how to mend it.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">Line, counted from 1; 0 when the problem is the file as a whole.</param>
/// <param name="What">What is wrong, with the offending value.</param>
/// <param name="HowToMend">What the editor should do about it.</param>
public sealed record ContentProblem(string File, int Line, string What, string HowToMend)
{
    /// <summary>The form editors and terminals know: <c>file(line): what — mend: how</c>.</summary>
    public override string ToString() => $"content/{File}({Line}): {What} — mend: {HowToMend}";
}
