using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>What the tests of the desk share: operators, a filled-in form, and the log.</summary>
/// <param name="servers">The server of a kind of database.</param>
public abstract class DeskScene(DeskServers servers)
{
    private protected const string New = "/console/bookings/new/";
    private protected const string Village = "渔阳镇 东北隅村";
    private static int _count;

    private protected ApiServer Server { get; } = servers.Api;

    private protected static string NewKey() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _count):x32}");

    private protected static string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"南街{Interlocked.Increment(ref _count)}号");

    private protected static Dictionary<string, string> NewCall(params (string Name, string Value)[] fields)
    {
        var call = new Dictionary<string, string>
        {
            ["do"] = "book",
            ["key"] = NewKey(),
            ["village-words"] = Village,
            ["class"] = "resident",
            ["count-sofa"] = "1",
            ["access"] = "tricycle",
            ["floor"] = "2",
            ["lift"] = "no",
            ["slot"] = "centre.2026-11-24.morning",
            ["address"] = NewAddress(),
            ["phone"] = string.Create(CultureInfo.InvariantCulture, $"137{Interlocked.Increment(ref _count):00000000}"),
            ["name"] = "",
            ["note"] = "",
        };
        foreach (var (name, value) in fields)
        {
            call[name] = value;
        }

        return call;
    }

    private protected static Task<HttpResponseMessage> SendAsync(ConsoleBrowser browser, Dictionary<string, string> call) =>
        browser.SubmitAsync(New, New, [.. call.Select(field => (field.Key, field.Value))]);

    private protected static async Task<string> FollowAsync(ConsoleBrowser browser, HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await browser.PageAsync(answer.Headers.Location!.ToString());
    }

    private protected static string Plain(string page) => Regex.Replace(page, "name=\"form-token\" value=\"[^\"]*\"", "");

    private protected async Task<ConsoleBrowser> DeskAsync(string role)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{role}-{Interlocked.Increment(ref _count)}");
        await ConsoleBrowser.AddAsync(Server, name, role);
        return await ConsoleBrowser.SignedInAsync(Server, name);
    }

    private protected async Task GiveAsync(string name, string township, string[] codes) => Assert.Null(await Server.Services.GetRequiredService<AccountChanges>()
        .SetVillagesAsync(name, township, codes, Actor.CommandLine, CancellationToken.None));

    private protected async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        await Server.Services.GetRequiredService<AuditLog>().FindAsync(new AuditFilter("", "", "", null, null, null), 1000, CancellationToken.None);

    private protected Task PutIntoRoundAsync(string reference) => Server.Services.GetRequiredService<IDatabase>().WriteAsync(async tx =>
    {
        using var command = tx.Connection!.CreateCommand();
        command.Transaction = tx;
        command.CommandText = $"""
            INSERT INTO pickup_round (round, truck, area, day, state, created_at, changed_at) VALUES ('r-{reference}', 'sample-truck-x', 'centre', '2026-12-14', 'draft', 0, 0);
            INSERT INTO round_stop (round, reference, place, left_at) VALUES ('r-{reference}', '{reference}', 1, NULL);
            """;
        await command.ExecuteNonQueryAsync();
    }, CancellationToken.None);
}
