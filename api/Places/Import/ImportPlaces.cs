using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>The result of an import.</summary>
/// <param name="Report">What was, or would be, done.</param>
/// <param name="About">Format and encoding that were recognised.</param>
/// <param name="Questions">Words somebody should decide about.</param>
/// <param name="RefusedFile">The refused rows as a file in the same encoding, with a column 原因; null when there are none.</param>
public sealed record ImportResult(ImportReport Report, string About, ImportQuestions Questions, byte[]? RefusedFile);

/// <summary>Imports places out of a file: what the command and the operators' pages share.</summary>
public sealed class ImportPlaces(ImportStore store, ContentFolder content)
{
    /// <summary>
    /// Reads an upload (at most 64 MiB) and says what it would do; with <paramref name="apply"/> does it, good rows in one transaction. Refuses
    /// broken files, and removals of more than a tenth that were not confirmed by their number, with <see cref="ImportFailedException"/>.
    /// </summary>
    public Task<ImportResult> RunAsync(byte[] bytes, ImportOptions options, bool apply, CancellationToken cancellationToken) =>
        RunAsync(SourceBytes.OfUpload(bytes), options, apply, null, cancellationToken);

    /// <summary>The same for a file of any size on the disk.</summary>
    public Task<ImportResult> RunAsync(SourceBytes bytes, ImportOptions options, bool apply, CancellationToken cancellationToken) =>
        RunAsync(bytes, options, apply, null, cancellationToken);

    /// <summary>The same, telling how far it is.</summary>
    public async Task<ImportResult> RunAsync(SourceBytes bytes, ImportOptions options, bool apply, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var file = ImportFile.Read(bytes, options, content.Places, content.Geo, progress);
        var plan = new ImportPlan(file, options.Scope, options.Choices);
        await (apply
            ? store.ApplyAsync(plan, options, progress, cancellationToken)
            : store.CompareAsync(plan, progress, cancellationToken));
        return new(plan.Report, file.Source.About, file.Questions, plan.Report.Refused.Count == 0 ? null : RefusedFile.Of(file.Source, plan.Refusals.Reasons));
    }
}
