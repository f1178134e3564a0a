using Jizhou.Public.Api.Reports;

namespace Jizhou.Public.UnitTests.Reports;

/// <summary>How a case may go on.</summary>
public sealed class ReportStateTests
{
    [Theory]
    [InlineData(ReportState.Received, ReportState.InProgress, true)]
    [InlineData(ReportState.Received, ReportState.Done, true)]
    [InlineData(ReportState.InProgress, ReportState.Rejected, true)]
    [InlineData(ReportState.Done, ReportState.InProgress, true)]
    [InlineData(ReportState.Done, ReportState.Rejected, false)]
    [InlineData(ReportState.InProgress, ReportState.Received, false)]
    public void A_closed_case_can_only_be_taken_up_again(string from, string to, bool may) => Assert.Equal(may, ReportState.MayBecome(from, to));
}
