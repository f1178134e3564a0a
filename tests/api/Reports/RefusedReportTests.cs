using System.Net;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Reports;

/// <summary>What a report may not be, told field by field.</summary>
public sealed class RefusedReportTests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<object, string, string> Wrong => new()
    {
        { new { kind = "hungry" }, "kind", "not_one_of" },
        { new { kind = "full" }, "place", "required" },
        { new { kind = "full", place = "no-such-place" }, "place", "invalid" },
        { new { kind = "open-burning" }, "township", "required" },
        { new { kind = "open-burning", village = "120119100999" }, "village", "invalid" },
        { new { kind = "open-burning", township = "110000000" }, "township", "invalid" },
        { new { kind = "open-burning", position = new { lng = 40.05, lat = 117.41 } }, "position", "out_of_range" },
        { new { kind = "open-burning", position = new { lng = 116.4, lat = 39.9 } }, "position", "out_of_range" },
        { new { kind = "open-burning", township = "120119100", phone = "12345" }, "phone", "phone_invalid" },
        { new { kind = "open-burning", township = "120119100", note = new string('字', 301) }, "note", "too_long" },
        { new { kind = "open-burning", township = "120119100", photo = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=" }, "photo", "picture_unknown" },
        { new { kind = "open-burning", township = "120119100", photo = "/9j/4AAQSkZJRgABAQAAAQABAAD/" }, "photo", "picture_damaged" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Each_wrong_field_is_named_with_its_code(object report, string field, string code)
    {
        using var answer = await new Reporter(server.Http).SendAsync(report);
        var problem = await Resident.Expect(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("report_invalid", Reporter.Text(problem, "code"));
        var only = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((field, code), (Reporter.Text(only, "field"), Reporter.Text(only, "code")));
    }

    [Theory]
    [InlineData("0000-0000-0000")]
    [InlineData("7K3M-9QXD-2FVH")]
    [InlineData("count")]
    [InlineData("%E2%80%AE")]
    public async Task An_unknown_ticket_is_not_found(string ticket)
    {
        using var answer = await server.Http.GetAsync($"/api/v1/reports/{ticket}");
        Assert.Equal("report_not_found", await Resident.Refused(answer, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task More_reports_than_the_setting_allows_wait_an_hour()
    {
        using var own = new ApiServer { ["Limits:ReportsPerHour"] = "2" };
        var reporter = new Reporter(own.Http);
        var burning = new { kind = "open-burning", township = "120119100" };
        await reporter.ReportedAsync(burning);
        await reporter.ReportedAsync(burning);
        using var third = await reporter.SendAsync(burning);
        Assert.Equal("too_many_requests", await Resident.Refused(third, HttpStatusCode.TooManyRequests));
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 60);
    }
}
