using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>An uploaded file with its note, in a folder of its own.</summary>
/// <param name="folder">The folder.</param>
/// <param name="note">What is known of it.</param>
public sealed class Upload(string folder, UploadNote note)
{
    private const string NoteFile = "note.json";
    private readonly Lock _lock = new();
    private volatile UploadNote _note = note;
    private volatile ImportResult? _result;

    /// <summary>The file itself, below its folder.</summary>
    public const string DataFile = "data";

    /// <summary>Where it lies.</summary>
    public string Folder => folder;

    /// <summary>What is known of it now.</summary>
    public UploadNote Note => _note;

    /// <summary>The last dry run, or null when it is not held any more.</summary>
    public ImportResult? Result
    {
        get => _result;
        set => _result = value;
    }

    /// <summary>Positions as the file writes them, while its datum is not known.</summary>
    public IReadOnlyList<(double X, double Y)> Samples { get; set; } = [];

    /// <summary>What is being done with it; ended when nothing is.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Path of the file.</summary>
    public string Path => System.IO.Path.Combine(folder, DataFile);

    /// <summary>The options of the import that follow from the note.</summary>
    public ImportOptions Options(Geography geo) => new()
    {
        FileName = _note.FileName, Format = Blank(_note.Settings.Format), Encoding = Blank(_note.Settings.Encoding), Mapping = Blank(_note.Settings.Mapping),
        Kind = _note.Settings.Kind, Source = Blank(_note.Settings.Source), Crs = _note.Crs, Choices = _note.Choices,
        Scope = ImportScope.Parse(_note.Settings.Scope, geo),
    };

    /// <summary>Changes the note when the upload stands at one of these states; false when somebody was quicker.</summary>
    public bool TryMove(UploadState[] from, Func<UploadNote, UploadNote> change)
    {
        lock (_lock)
        {
            if (!from.Contains(_note.State))
            {
                return false;
            }

            Keep(change(_note));
            return true;
        }
    }

    /// <summary>Changes the note and writes it down.</summary>
    public void Move(Func<UploadNote, UploadNote> change)
    {
        lock (_lock)
        {
            Keep(change(_note));
        }
    }

    /// <summary>Reads what lies in a folder; null when it is not whole.</summary>
    public static Upload? Read(string folder)
    {
        try
        {
            var note = JsonSerializer.Deserialize<UploadNote>(File.ReadAllText(System.IO.Path.Combine(folder, NoteFile)));
            return note is null || !File.Exists(System.IO.Path.Combine(folder, DataFile)) ? null : new Upload(folder, note);
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            return null;
        }
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private void Keep(UploadNote next)
    {
        _note = next;
        if (!Directory.Exists(folder))
        {
            return; // it was discarded meanwhile
        }

        var fresh = System.IO.Path.Combine(folder, NoteFile + ".new");
        File.WriteAllText(fresh, JsonSerializer.Serialize(next));
        File.Move(fresh, System.IO.Path.Combine(folder, NoteFile), overwrite: true);
    }
}
