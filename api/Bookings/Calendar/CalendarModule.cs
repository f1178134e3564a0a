using Jizhou.Public.Api.Bookings.Calendar.Pages;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>The pickup's calendar as operators change it: closed days, capacities, holiday notices, postponing.</summary>
public static class CalendarModule
{
    /// <summary>Registers it.</summary>
    public static void AddPickupCalendar(this IServiceCollection services)
    {
        services.AddHostedService<StartCalendar>();
        services.AddSingleton(provider => new CalendarDesk(
            provider.GetRequiredService<BookingDesk>(), provider.GetRequiredService<IChangeFeed>(), provider.GetRequiredService<AuditLog>()));
        services.AddSingleton<PostponeRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<PostponeRunner>());
        services.AddSingleton<IConsoleWarnings, NoticeWarning>();
        services.AddSingleton<IConsoleWarnings, StrandedBookings>();
        services.AddCommand(NoticeCommand.Name, NoticeCommand.Usage, NoticeCommand.RunAsync);
        services.AddConsoleLink("/console/calendar/", "收运日历", "看每天约了多少；停收、改容量、整天改期、装入放假安排。", 14, CalendarRoles.Read);
        foreach (var action in CalendarActions.All)
        {
            services.AddAuditAction(action);
        }
    }

    /// <summary>Its pages.</summary>
    public static void MapPickupCalendar(this IEndpointRouteBuilder app)
    {
        var calendar = app.MapGroup("/console/calendar").ExcludeFromDescription().RequireRole(CalendarRoles.Read).ChecksForms();
        ShowMonth.Map(calendar);
        EditDay.Map(calendar);
        EditCapacity.Map(calendar);
        EditHolidays.Map(calendar);
        EditPostponement.Map(calendar);
    }
}
