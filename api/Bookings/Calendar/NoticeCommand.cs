using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>The command <c>-- import calendar FILE</c>: the same as the console's page, for whoever works at the machine. The running server sees it within two seconds.</summary>
public static class NoticeCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "import calendar";

    /// <summary>How it is written.</summary>
    public const string Usage = "import calendar FILE [--source TEXT] [--dated 2026-11-04] [--apply] | import calendar --undo YEAR";

    /// <summary>Runs it: 0 when done (a dry run included), 1 when the notice was refused or there is nothing to undo.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var read = new Words(words, Usage, ["source", "dated", "undo"], "apply");
        var desk = services.GetRequiredService<CalendarDesk>();
        if (read.Value("undo") is { } year)
        {
            return await UndoAsync(read.Plain.Count == 0 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw read.Wrong("--undo 后面应是年份"), desk, cancellationToken);
        }

        if (read.Plain is not [var file] || !File.Exists(file))
        {
            throw read.Wrong("应为 import calendar 文件名，文件要在");
        }

        var dated = read.Value("dated");
        var isDate = DateOnly.TryParseExact(dated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issuedOn);
        if (dated is not null && !isDate)
        {
            throw read.Wrong("--dated 后面应是日期，例如 2026-11-04");
        }

        var preview = LoadNotice.Look(await File.ReadAllTextAsync(file, cancellationToken), read.Value("source"), isDate ? issuedOn : null, desk);
        return await TellAsync(preview, read.Has("apply"), desk, cancellationToken);
    }

    private static async Task<int> TellAsync(LoadNotice.Preview preview, bool apply, CalendarDesk desk, CancellationToken cancellationToken)
    {
        if (preview.Notice is not { } notice)
        {
            await Console.Error.WriteLineAsync($"没有装入：\n{string.Join('\n', preview.Problems.Select(problem => "- " + problem))}");
            return 1;
        }

        foreach (var line in NoticeWords.Lines(notice).Concat(preview.Warnings.Select(warning => $"请核对：{warning}")))
        {
            Console.WriteLine(line);
        }

        if (!apply)
        {
            Console.WriteLine("这是试运行，什么也没有改。核对后加 --apply 装入。");
            return 0;
        }

        await LoadNotice.RunAsync(notice, Actor.CommandLine, desk, cancellationToken);
        Console.WriteLine($"已装入 {notice.Year} 年放假安排，预约日历两秒内更新。");
        return 0;
    }

    private static async Task<int> UndoAsync(int year, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var undone = await LoadNotice.UndoAsync(year, Actor.CommandLine, desk, cancellationToken);
        Console.WriteLine(undone is null ? $"没有装入过 {year} 年的放假安排，没有可以撤回的。" : $"已撤回 {year} 年的放假安排（{undone.Source}）。");
        return undone is null ? 1 : 0;
    }
}
