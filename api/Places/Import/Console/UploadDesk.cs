using System.Collections.Concurrent;
using System.Security.Cryptography;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>
/// The uploads of this process: files in <c>uploads</c> below the data folder, each with a note of how far it has come. One file is read at a
/// time, so that several clerks together need no more memory than one. A day later, and when their note is broken, they are deleted.
/// </summary>
public sealed partial class UploadDesk(
    ImportPlaces import, ContentFolder content, TimeProvider time, IConfiguration configuration, IHostEnvironment environment, ILogger<UploadDesk> log) : BackgroundService
{
    private const int MostLinks = 200;
    private const int MostResults = 3;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly UploadState[] Resting = [UploadState.AsksDatum, UploadState.AsksWords, UploadState.Report, UploadState.Failed];

    private readonly ConcurrentDictionary<string, Upload> _uploads = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Upload> _withResults = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _isGone;

    /// <summary>The most bytes an upload may have.</summary>
    public int MostBytes { get; } = Settings.UploadsMaxBytes.NumberOf(configuration, least: 1);

    private string Folder { get; } = Path.Combine(Settings.StorageDataFolder.FolderOf(configuration, environment.ContentRootPath), "uploads");

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in Directory.Exists(Folder) ? Directory.EnumerateDirectories(Folder) : [])
        {
            if (Upload.Read(folder) is { } upload)
            {
                upload.TryMove([UploadState.Importing], note => note with { State = UploadState.Report, Problem = "服务器在导入时重新启动了，什么也没有导入。请核对后再按“导入”。" });
                upload.TryMove([UploadState.Reading], note => note with { State = UploadState.Report });
                _uploads[upload.Note.Id] = upload;
            }
            else
            {
                Delete(folder);
            }
        }

        Sweep();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_isGone)
        {
            return; // the host was disposed first, as test hosts do; there is nothing left to stop
        }

        await _stop.CancelAsync();
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_uploads.Values.Select(upload => upload.Work)).WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _isGone = true;
        _one.Dispose();
        _stop.Dispose();
        base.Dispose();
    }

    /// <summary>The upload with an id, or null.</summary>
    public Upload? Find(string id) => _uploads.GetValueOrDefault(id);

    /// <summary>All uploads that are not done yet, the newest first.</summary>
    public IReadOnlyList<Upload> Pending() => [.. _uploads.Values.Where(upload => upload.Note.State != UploadState.Done).OrderByDescending(upload => upload.Note.TakenAt)];

    /// <summary>A new empty folder for a file.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)))).FullName;

    /// <summary>Takes a file that lies in a folder of <see cref="NewFolder"/> and begins to read it.</summary>
    public Upload Take(string folder, string fileName, Actor by, UploadSettings settings)
    {
        var note = new UploadNote
        {
            Id = Path.GetFileName(folder), FileName = fileName, By = by.Name, TakenAt = time.GetUtcNow(), Settings = settings, State = UploadState.Failed,
            Bytes = new FileInfo(Path.Combine(folder, Upload.DataFile)).Length,
        };
        var upload = _uploads[note.Id] = new Upload(folder, note);
        TryRead(upload, same => same);
        return upload;
    }

    /// <summary>Reads the file again after something about it was said; false while it is busy or done.</summary>
    public bool TryRead(Upload upload, Func<UploadNote, UploadNote> change)
    {
        if (!upload.TryMove(Resting, note => change(note) with { State = UploadState.Reading, Problem = null }))
        {
            return false;
        }

        upload.Result = null;
        upload.Work = Task.Run(() => RunAsync(upload, ReadAsync), _stop.Token);
        return true;
    }

    /// <summary>Imports what the dry run showed; false when it stands elsewhere.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="expected">Fingerprint of the dry run that was looked at.</param>
    /// <param name="removals">The number of removals that was typed, or null.</param>
    public bool TryImport(Upload upload, Actor by, string expected, int? removals)
    {
        if (!upload.TryMove([UploadState.Report], note => note with { State = UploadState.Importing, Problem = null }))
        {
            return false;
        }

        upload.Work = Task.Run(() => RunAsync(upload, (one, stop) => ImportAsync(one, by, expected, removals, stop)), _stop.Token);
        return true;
    }

    /// <summary>Waits a moment for what is being done, so that small files need no page of progress.</summary>
    public async Task SettleAsync(Upload upload, CancellationToken cancellationToken)
    {
        if (upload.Note.State == UploadState.Report && upload.Result is null)
        {
            TryRead(upload, note => note); // a restart or other uploads made us forget it
        }

        await upload.Work.WaitAsync(Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Throws an upload away; one that is being imported stays.</summary>
    public void Drop(Upload upload)
    {
        if (upload.Note.State != UploadState.Importing && _uploads.TryRemove(upload.Note.Id, out _))
        {
            Delete(upload.Folder);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Sweep();
        }
    }

    private void Sweep()
    {
        foreach (var upload in _uploads.Values.Where(upload => time.GetUtcNow() - upload.Note.TakenAt > Kept))
        {
            Drop(upload);
        }
    }

    private async Task RunAsync(Upload upload, Func<Upload, CancellationToken, Task> work)
    {
        await _one.WaitAsync(_stop.Token);
        try
        {
            await work(upload, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // the server stops; the next start begins again
        }
        catch (CrsUnknownException unknown)
        {
            upload.Samples = unknown.Samples;
            upload.Move(note => note with { State = UploadState.AsksDatum });
        }
        catch (ImportFailedException failure)
        {
            upload.Move(note => note with { State = UploadState.Failed, Problem = failure.Message });
        }
#pragma warning disable CA1031 // work in the background has no other place where a fault would be seen
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFault(failure, upload.Note.Id);
            upload.Move(note => note with { State = UploadState.Failed, Problem = "程序出错了，什么也没有改动。请过一会儿再试；还不行，请把这个文件交给维护人员。" });
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task ReadAsync(Upload upload, CancellationToken stop)
    {
        var result = await import.RunAsync(SourceBytes.OfFile(upload.Path), upload.Options(content.Geo), apply: false, stop);
        upload.Result = result;
        _withResults.Enqueue(upload);
        while (_withResults.Count > MostResults && _withResults.TryDequeue(out var oldest))
        {
            oldest.Result = _withResults.Contains(oldest) ? oldest.Result : null;
        }

        upload.Move(note => note with { State = result.Questions.Open(note.Choices).Count > 0 ? UploadState.AsksWords : UploadState.Report });
    }

    private async Task ImportAsync(Upload upload, Actor by, string expected, int? removals, CancellationToken stop)
    {
        var options = upload.Options(content.Geo) with { By = by, Expected = expected, ConfirmedRemovals = removals };
        try
        {
            var result = await import.RunAsync(SourceBytes.OfFile(upload.Path), options, apply: true, stop);
            upload.Result = result;
            var report = result.Report;
            PlaceLink[] links = [.. report.Added.Concat(report.Changed.Select(change => change.After!)).Take(MostLinks).Select(place => new PlaceLink(place.Id, place.Name))];
            upload.Move(note => note with { State = UploadState.Done, Outcome = ReportWords.Counts(report), Links = links });
        }
        catch (PlanChangedException changed)
        {
            await ReadAsync(upload, stop);
            upload.Move(note => note with { Problem = changed.Message });
        }
        catch (ImportFailedException failure)
        {
            upload.Move(note => note with { State = UploadState.Report, Problem = failure.Message });
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Upload {Upload} failed")]
    private partial void LogFault(Exception failure, string upload);
}
