using Jizhou.Public.Api.Bookings.Operators.Calls;
using Jizhou.Public.Api.Bookings.Operators.Lists;
using Jizhou.Public.Api.Bookings.Operators.Single;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>The operators' desk: lists, search, one booking, booking for callers.</summary>
public static class DeskModule
{
    /// <summary>Registers the desk.</summary>
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<DeskForms>();
        services.AddSingleton<IExpiringData>(provider => provider.GetRequiredService<DeskForms>());
        services.AddSingleton<CallEngine>();
        services.AddConsoleLink("/console/bookings/new/", "替人预约", "居民来电或当面说，替他约好，读给他听。", 10, DeskReach.Bookers);
        services.AddConsoleLink("/console/bookings/", "预约", "今天和以后的预约：按天看、筛选、找一个、改、取消、下载。", 11, DeskReach.Readers);
        foreach (var action in DeskActions.All)
        {
            services.AddAuditAction(action);
        }
    }

    /// <summary>The addresses of the desk.</summary>
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        ListBookings.Map(app);
        FindBookings.Map(app);
        BookForCaller.Map(app);
        ShowBooking.Map(app);
        AmendForCaller.Map(app);
        CancelForCaller.Map(app);
        ReportForResident.Map(app);
    }
}
