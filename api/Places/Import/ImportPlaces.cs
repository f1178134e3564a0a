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
    /// Reads the file and says what it would do; with <paramref name="apply"/> does it, good rows in one transaction. Refuses
    /// broken files, and removals of more than a tenth that were not confirmed by their number, with <see cref="ImportFailedException"/>.
    /// </summary>
    public Task<ImportResult> RunAsync(byte[] bytes, ImportOptions options, bool apply, CancellationToken cancellationToken) =>
        RunAsync(SourceBytes.OfUpload(bytes), options, apply, cancellationToken);

    /// <summary>The same for a file of any size on the disk.</summary>
    public async Task<ImportResult> RunAsync(SourceBytes bytes, ImportOptions options, bool apply, CancellationToken cancellationToken)
    {
        var file = ImportFile.Read(bytes, options, content.Places, content.Geo);
        var report = PlanImport.Of(file, await store.ReadAsync(cancellationToken), options.Scope, options.Choices);
        if (apply && !report.IsEmpty)
        {
            report = await store.ApplyAsync(record => Confirmed(PlanImport.Of(file, record, options.Scope, options.Choices), options), options.FileName, options.By, cancellationToken);
        }

        return new(report, file.Source.About, file.Questions, report.Refused.Count == 0 ? null : RefusedFile.Of(file.Source, report.Refused));
    }

    private static ImportReport Confirmed(ImportReport report, ImportOptions options)
    {
        if (options.Expected is { } expected && expected != report.Fingerprint())
        {
            throw new PlanChangedException();
        }

        return !report.NeedsConfirmation || options.ConfirmedRemovals == report.Removed.Count
            ? report
            : throw new ImportFailedException(
                $"这次会撤掉 {report.Removed.Count} 个点，超过范围内 {report.InScope} 个的十分之一，什么也没有改。文件真的是全部吗？确实要撤，就加上 --confirm-removals {report.Removed.Count}。");
    }
}
