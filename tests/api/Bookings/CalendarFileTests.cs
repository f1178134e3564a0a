using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Jizhou.Public.ApiTests.Bookings.Notices;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>The calendar file of a booking, read back by another program's parser (Debian's python3-icalendar).</summary>
public sealed class CalendarFileTests(SqliteBookings servers) : IClassFixture<SqliteBookings>
{
    private const string Read = """
        import json, sys
        from icalendar import Calendar
        calendar = Calendar.from_ical(sys.stdin.buffer.read())
        event = [part for part in calendar.walk() if part.name == "VEVENT"]
        assert len(event) == 1 and not any(part.errors for part in calendar.walk())
        event = event[0]
        print(json.dumps({"version": calendar["VERSION"], "uid": event["UID"], "sequence": int(event["SEQUENCE"]), "status": event["STATUS"], "summary": event["SUMMARY"],
            "description": event["DESCRIPTION"], "start": event.decoded("DTSTART").isoformat(), "end": event.decoded("DTEND").isoformat(), "stamp": event.decoded("DTSTAMP").isoformat(),
            "alarms": [str(part.decoded("TRIGGER")) for part in event.walk("VALARM")]}))
        """;

    [Fact]
    public async Task It_moves_and_strikes_out_one_entry_and_names_nobody()
    {
        using var server = await servers.NewAsync(NoticeServers.Quiet);
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync("centre.2026-12-03.morning", name: "张三", note: "后门");
        var first = await FileAsync(resident, booked);
        Assert.Equal(("2.0", "CONFIRMED", "2026-12-03T00:00:00+00:00", "2026-12-03T04:00:00+00:00"), (Text(first, "version"), Text(first, "status"), Text(first, "start"), Text(first, "end")));
        Assert.Contains(NoticeServers.LabelOf(booked), Text(first, "summary"), StringComparison.Ordinal);
        Assert.Contains("演示", Text(first, "summary"), StringComparison.Ordinal);
        Assert.Equal(["-1 day, 0:00:00"], first.GetProperty("alarms").EnumerateArray().Select(a => a.GetString()));

        await resident.AmendAsync(booked, "centre.2026-12-08.afternoon");
        var amended = await FileAsync(resident, booked);
        Assert.Equal("2026-12-08T05:00:00+00:00", Text(amended, "start"));

        await server.ChangeStateAsync(booked, "postponed", "dispatcher", "snow");
        var off = await FileAsync(resident, booked);
        Assert.Equal("CANCELLED", Text(off, "status"));
        await server.PostponeAsync(booked, "centre.2026-12-11.morning");
        var on = await FileAsync(resident, booked);
        Assert.Equal(("CONFIRMED", "2026-12-11T00:00:00+00:00"), (Text(on, "status"), Text(on, "start")));

        await resident.CancelledAsync(booked);
        var cancelled = await FileAsync(resident, booked);
        Assert.Equal("CANCELLED", Text(cancelled, "status"));
        Assert.Equal(0, cancelled.GetProperty("alarms").GetArrayLength());

        JsonElement[] files = [first, amended, off, on, cancelled];
        Assert.Single(files.Select(f => Text(f, "uid")).Distinct());
        var sequences = files.Select(f => f.GetProperty("sequence").GetInt32()).ToList();
        Assert.Equal(sequences.Distinct().Order(), sequences);
    }

    private static async Task<JsonElement> FileAsync(Resident resident, JsonElement booked)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Post, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(), rest: "/ics");
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        foreach (var secret in (string[])[resident.Phone, resident.Phone[^4..] + "\r", resident.Address, "张三", "后门", booked.GetProperty("reference").GetString()!, NoticeServers.ReferenceOf(booked), booked.GetProperty("manageToken").GetString()!])
        {
            Assert.DoesNotContain(secret, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Read]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await python.StandardInput.BaseStream.WriteAsync(bytes);
        python.StandardInput.Close();
        var read = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, text);
        return JsonDocument.Parse(read).RootElement;
    }

    private static string? Text(JsonElement file, string name) => file.GetProperty(name).GetString();
}
