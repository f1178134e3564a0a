using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>The result of an import of areas.</summary>
/// <param name="Report">What was, or would be, done.</param>
/// <param name="About">Format and encoding that were recognised.</param>
/// <param name="RefusedFile">The refused rows as a file in the same encoding, with a column 原因; null when there are none.</param>
public sealed record AreaResult(AreaReport Report, string About, byte[]? RefusedFile);

/// <summary>Imports positions, areas and populations of villages and townships: what the command and the operators' pages share.</summary>
public sealed class ImportAreas(AreaStore store, ContentFolder content)
{
    /// <summary>
    /// Reads the file and says what it would do; with <paramref name="apply"/> does it, good rows in one transaction. Refuses broken files with
    /// <see cref="ImportFailedException"/>. Of the options, kind, scope and confirmed removals do not matter: nothing is removed.
    /// </summary>
    public async Task<AreaResult> RunAsync(SourceBytes bytes, ImportOptions options, bool apply, CancellationToken cancellationToken)
    {
        var file = AreaFile.Read(bytes, options, content.Geo);
        var report = apply
            ? await store.ApplyAsync(file.Plan, options.FileName, options.By, cancellationToken)
            : file.Plan(await store.ReadAsync(cancellationToken));
        return new(report, file.Source.About, report.Refused.Count == 0 ? null : RefusedFile.Of(file.Source, file.Reasons));
    }
}
