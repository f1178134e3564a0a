using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Bookings.Rounds.Crew;

/// <summary>
/// Scripts and style of the rounds' pages. The worker stands in the crew's folder, so that it serves that page alone; what it keeps for a day without a
/// connection is listed in front of it, with a version that changes when any of it does.
/// </summary>
public sealed class RoundFiles(ConsoleStyle style)
{
    /// <summary>Address of the style sheet.</summary>
    public const string Style = ShowRound.Path + "rounds.css";

    /// <summary>Address of the crew's script.</summary>
    public const string Round = ShowRound.Path + "round.js";

    /// <summary>Address of what empties the phone when its operator leaves.</summary>
    public const string Leave = ShowRound.Path + "leave.js";

    /// <summary>Address of dragging on the dispatcher's page.</summary>
    public const string Board = ShowRound.Path + "board.js";

    /// <summary>Address of the worker.</summary>
    public const string Worker = ShowRound.Path + "worker.js";

    private static readonly string[] Scripts =
    [
        "round.js", "round-page.js", "round-kept.js", "round-sending.js", "round-form.js", "round-store.js", "round-queue.js",
        "photo.js", // the site's own module, see Scripts/photo.js there
        "leave.js", "board.js",
    ];

    private byte[]? _worker;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var name in Scripts)
        {
            app.MapGet(ShowRound.Path + name, (HttpContext http) => Send(http, Read(name), "text/javascript; charset=utf-8")).ExcludeFromDescription();
        }

        app.MapGet(Style, (HttpContext http) => Send(http, Read("rounds.css"), "text/css; charset=utf-8")).ExcludeFromDescription();
        app.MapGet(Worker, (HttpContext http, RoundFiles files) => Send(http, files._worker ??= files.MakeWorker(), "text/javascript; charset=utf-8")).ExcludeFromDescription();
    }

    private static FileContentHttpResult Send(HttpContext http, byte[] bytes, string type)
    {
        http.Response.Headers.CacheControl = "no-cache"; // asked again each time, answered with 304
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Hash(bytes)}\""));
    }

    private byte[] MakeWorker()
    {
        string[] parts = [.. new[] { ShowRound.Shell, Style, ConsoleStyle.Own, style.Shared ?? "" }.Where(p => p.Length > 0), .. Scripts.Where(s => s != "board.js").Select(s => ShowRound.Path + s)];
        var version = Hash([.. Scripts.SelectMany(Read), .. Read("rounds.css"), .. Read("worker.js"), .. Encoding.UTF8.GetBytes(style.Shared ?? "")]);
        return [.. Encoding.UTF8.GetBytes($"const version = \"{version}\";\nconst parts = {JsonSerializer.Serialize(parts)};\n"), .. Read("worker.js")];
    }

    /// <summary>An id for a report that is sent without scripts.</summary>
    internal static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    private static byte[] Read(string name)
    {
        using var stream = typeof(RoundFiles).Assembly.GetManifestResourceStream("Rounds/" + name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
