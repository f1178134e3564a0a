namespace Jizhou.Public.Api.Platform.Security;

/// <summary>Personal data that a feature keeps for a time only, as the privacy page promises.</summary>
public interface IExpiringData
{
    /// <summary>What is counted, in Chinese with its measure word and in English: <c>个预约的个人信息</c>, <c>bookings</c>.</summary>
    (string Chinese, string English) Name { get; }

    /// <summary>Erases what is due; answers how many it concerned. A second call finds nothing.</summary>
    Task<int> EraseAsync(CancellationToken cancellationToken);
}
