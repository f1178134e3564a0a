using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Printing;

namespace Jizhou.Public.Site.Commands;

/// <summary><c>printables</c> — writes every print sheet as SVG, and a list with sizes and hashes that <c>tools/printables.mjs</c> turns into PDF and PNG.</summary>
public static class PrintablesCommand
{
    private const string DefaultOutput = ".artefacts/printables";

    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(Options options, TextWriter output)
    {
        var folder = Directory.CreateDirectory(options.Find("output") ?? DefaultOutput).FullName;
        var sheets = Printables.All(ContentFolder.Load(options.Content), options.Settings);
        foreach (var sheet in sheets)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{sheet.Id}.svg"), sheet.Svg);
        }

        var list = sheets.Select(sheet => new { id = sheet.Id, papers = sheet.Papers, width = sheet.Width, height = sheet.Height, hash = Hash(sheet) });
        await File.WriteAllTextAsync(Path.Combine(folder, "list.json"), JsonSerializer.Serialize(list));
        await output.WriteLineAsync($"printables: {sheets.Count} sheets -> {folder}");
        return 0;
    }

    /// <summary>Tells whether the committed files still show what the content says.</summary>
    public static string Hash(Printable sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet.Svg)))[..16];
}
