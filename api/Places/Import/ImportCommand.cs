using System.Globalization;
using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Import.Decoding;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>The commands <c>-- import places FILE</c> and <c>-- import villages FILE</c>. They work beside a running server, which sees the change within two seconds.</summary>
public static class ImportCommand
{
    /// <summary>How it is written.</summary>
    public const string Usage =
        "import places FILE [--crs wgs84|cgcs2000|3857|gcj02|bd09|EPSG:4548] [--scope add|all|townships:CODE,CODE] [--apply] [--confirm-removals N] [--format csv|xlsx|geojson|overpass|json] "
        + "[--encoding utf-8|utf-16|gb18030|big5|latin1] [--mapping FILE] [--kind CODE] [--source TEXT] [--licence TEXT] [--refused FILE] | import places --undo | "
        + "import villages FILE [--crs …] [--apply] [--format …] [--encoding …] [--mapping FILE] [--source TEXT] [--refused FILE] | import villages --undo";

    private static readonly string[] WithValue = ["crs", "scope", "confirm-removals", "format", "encoding", "mapping", "kind", "source", "licence", "refused"];

    /// <summary>Runs it: 0 when done (a dry run included), 1 when the file was refused or there is nothing to undo.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var read = new Words(words, Usage, WithValue, "apply", "undo");
        try
        {
            return read.Plain switch
            {
                ["places"] when read.Has("undo") => await UndoPlacesAsync(services, cancellationToken),
                ["villages"] when read.Has("undo") => await UndoVillagesAsync(services, cancellationToken),
                ["places", var file] when !read.Has("undo") => await PlacesAsync(services, read, file, cancellationToken),
                ["villages", var file] when !read.Has("undo") => await VillagesAsync(services, read, file, cancellationToken),
                _ => throw read.Wrong("应为 import places 文件名、import villages 文件名，或在 places、villages 后面写 --undo"),
            };
        }
        catch (ImportFailedException failure)
        {
            await Console.Error.WriteLineAsync($"没有导入：{failure.Message}");
            return 1;
        }
    }

    private static async Task<int> PlacesAsync(IServiceProvider services, Words words, string file, CancellationToken cancellationToken)
    {
        var options = Options(words, file, services.GetRequiredService<ContentFolder>().Geo);
        var progress = new ShowProgress();
        var result = await services.GetRequiredService<ImportPlaces>().RunAsync(SourceBytes.OfFile(file), options, words.Has("apply"), progress, cancellationToken);
        progress.End();
        ImportWords.Write(Console.Out, result, words.Has("apply"), words.Value("confirm-removals") is not null);
        await WriteRefusedAsync(words, file, result.RefusedFile, cancellationToken);
        return 0;
    }

    private static async Task<int> VillagesAsync(IServiceProvider services, Words words, string file, CancellationToken cancellationToken)
    {
        var options = Options(words, file, services.GetRequiredService<ContentFolder>().Geo);
        var result = await services.GetRequiredService<ImportAreas>().RunAsync(SourceBytes.OfFile(file), options, words.Has("apply"), cancellationToken);
        AreaReportWords.Write(Console.Out, result, words.Has("apply"), services.GetRequiredService<ContentFolder>().Geo);
        await WriteRefusedAsync(words, file, result.RefusedFile, cancellationToken);
        return 0;
    }

    private static async Task WriteRefusedAsync(Words words, string file, byte[]? refused, CancellationToken cancellationToken)
    {
        if (refused is not null)
        {
            var to = words.Value("refused") ?? Path.ChangeExtension(file, null) + ".refused.csv";
            await File.WriteAllBytesAsync(to, refused, cancellationToken);
            Console.WriteLine($"退回的行写在 {to}，改好后可以单独导入（只补充：--scope add）。");
        }
    }

    private static ImportOptions Options(Words words, string file, Geography geo)
    {
        var removals = words.Value("confirm-removals");
        var number = 0;
        if (removals is not null && !int.TryParse(removals, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw words.Wrong("--confirm-removals 后面应是要撤掉的点数");
        }

        var plain = new ImportOptions { FileName = Path.GetFileName(file) };
        return plain with
        {
            Format = words.Value("format"),
            Encoding = words.Value("encoding"),
            Crs = words.Value("crs"),
            Mapping = words.Value("mapping") is { } mapping ? DecodeText.Of(SourceBytes.OfFile(mapping), null).Text : null,
            Kind = words.Value("kind") ?? plain.Kind,
            Source = words.Value("source"),
            Licence = words.Value("licence"),
            Scope = words.Value("scope") is { } scope ? ImportScope.Parse(scope, geo) : ImportScope.Additions,
            ConfirmedRemovals = removals is null ? null : number,
        };
    }

    private static async Task<int> UndoPlacesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var undone = await services.GetRequiredService<ImportStore>().UndoAsync(Actor.CommandLine, null, cancellationToken);
        Console.WriteLine(undone is null ? "没有可以撤回的导入。" : $"已撤回“{undone.File}”：{undone.Places} 个点恢复到导入之前。");
        return undone is null ? 1 : 0;
    }

    private static async Task<int> UndoVillagesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var undone = await services.GetRequiredService<AreaStore>().UndoAsync(Actor.CommandLine, cancellationToken);
        Console.WriteLine(undone is { } one ? $"已撤回“{one.File}”：{one.Areas} 个村和乡镇恢复到导入之前。" : "没有可以撤回的导入。");
        return undone is null ? 1 : 0;
    }
}
