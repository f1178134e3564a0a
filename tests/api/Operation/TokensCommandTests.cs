using System.Net;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>A link that others know: made worthless by a command beside the running server, as the runbook says.</summary>
public abstract class TokensCommandTests(Machines machines)
{
    [Fact]
    public async Task Links_of_one_booking_or_of_all_open_nothing_any_more_and_a_look_up_gives_a_fresh_one()
    {
        using var machine = await machines.NewAsync();
        using var http = await machine.StartAsync();
        var slots = await Resident.Expect(await http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}"), HttpStatusCode.OK);
        var slot = slots.GetProperty("items").EnumerateArray().Last(one => one.GetProperty("available").GetBoolean()).GetProperty("id").GetString()!;
        var (one, other) = (new Resident(http), new Resident(http));
        var (leaked, kept) = (await one.BookedAsync(slot), await other.BookedAsync(slot));

        Assert.Contains("已作废 1 个链接", await machine.DoneAsync("tokens", "revoke", leaked.GetProperty("reference").GetString()!), StringComparison.Ordinal);
        await OpensAsync(one, leaked, leaked.GetProperty("manageToken").GetString(), HttpStatusCode.NotFound);
        await OpensAsync(other, kept, kept.GetProperty("manageToken").GetString(), HttpStatusCode.OK);

        using var found = await one.LookUpAsync(leaked.GetProperty("reference").GetString()!);
        var fresh = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("manageToken").GetString();
        await OpensAsync(one, leaked, fresh, HttpStatusCode.OK);

        Assert.Contains("已作废 2 个链接", await machine.DoneAsync("tokens", "revoke", "--all"), StringComparison.Ordinal);
        await OpensAsync(one, leaked, fresh, HttpStatusCode.NotFound);
        await OpensAsync(other, kept, kept.GetProperty("manageToken").GetString(), HttpStatusCode.NotFound);
        await machine.RefusedAsync("tokens", "revoke", "0000-0000-0000");
    }

    private static async Task OpensAsync(Resident resident, System.Text.Json.JsonElement booking, string? token, HttpStatusCode expected)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Get, booking.GetProperty("reference").GetString()!, token);
        Assert.Equal(expected, answer.StatusCode);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class TokensCommandOnSqlite(SqliteMachines machines) : TokensCommandTests(machines), IClassFixture<SqliteMachines>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class TokensCommandOnPostgres(PostgresMachines machines) : TokensCommandTests(machines), IClassFixture<PostgresMachines>;
