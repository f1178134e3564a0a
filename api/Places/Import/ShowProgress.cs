using System.Diagnostics;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Tells on the terminal how far an import is: a line that renews itself, or a line now and then where the output goes into a file.</summary>
internal sealed class ShowProgress : IProgress<ImportProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 5 : 0.5);
    private readonly Stopwatch _whole = Stopwatch.StartNew();
    private TimeSpan _last;
    private string _stage = "";

    /// <inheritdoc />
    public void Report(ImportProgress value)
    {
        if (value.Stage == _stage && _whole.Elapsed - _last < Between)
        {
            return;
        }

        (_last, _stage) = (_whole.Elapsed, value.Stage);
        var line = $"{value.Stage} {value.Done:N0}（{_whole.Elapsed.TotalSeconds:0} 秒）";
        Console.Error.Write(Console.IsErrorRedirected ? line + "\n" : $"\r{line}    ");
    }

    /// <summary>Leaves the line that renewed itself.</summary>
    public void End()
    {
        if (_stage.Length > 0 && !Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
