using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Notices;
using Jizhou.Public.Api.Bookings.Operators;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Bookings.Statistics;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings;

/// <summary>The bulky pickup (预约回收): its parts and its addresses.</summary>
public static class BookingsModule
{
    /// <summary>Registers the feature.</summary>
    public static void AddBookings(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var holdsPerClient = Settings.LimitsHoldsPerClient.NumberOf(configuration, least: 1);
        var lookupsPerClient = Settings.LimitsFailedLookupsPerClient.NumberOf(configuration, least: 1);
        var lookupsPerReference = Settings.LimitsFailedLookupsPerReference.NumberOf(configuration, least: 1);
        services.AddSingleton(provider => PickupFacts.Of(provider.GetRequiredService<ContentFolder>()));
        services.AddSingleton<BookingSecrets>();
        services.AddSingleton<SlotCache>();
        services.AddSingleton<BookingChanges>();
        services.AddSingleton(provider => new FailedLookups(provider.GetRequiredService<TimeProvider>(), lookupsPerClient, lookupsPerReference));
        services.AddSingleton(provider => new BookingDesk(
            provider.GetRequiredService<PickupFacts>(), provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<JizhouClock>(),
            provider.GetRequiredService<BookingSecrets>(), provider.GetRequiredService<SlotCache>(),
            provider.GetRequiredService<BookingChanges>(), holdsPerClient));
        services.AddPickupCalendar();
        services.AddSingleton<HoldExpiry>();
        services.AddHostedService(provider => provider.GetRequiredService<HoldExpiry>());
        services.AddSingleton<IExpiringData, ErasePickups>();
        services.AddSingleton<IBookingObserver, NoteStatistics>();
        services.AddBookingNotices(configuration);
        services.AddEncryptedColumn("booking", "reference", BookingSecrets.PersonalData);
        services.AddEncryptedColumn("booking_hold", "hold", BookingSecrets.HoldAddress);
        services.AddEncryptedColumn("booking_answer", "key_hash", BookingSecrets.Answer);
        services.AddEncryptedColumn("booking_missed", "reference", BookingSecrets.MissedNote);
        services.AddEncryptedColumn("booking_result", "id", BookingTraces.CrewNote);
        services.AddEncryptedColumn("result_photo", "result", BookingSecrets.Photo);
        services.AddCommand(TokensCommand.Name, TokensCommand.Usage, TokensCommand.RunAsync);
        services.AddAuditAction(TokensCommand.Revoked);
        builder.AddRounds();
        services.AddDesk();
    }

    /// <summary>The addresses of the feature.</summary>
    public static void MapBookings(this IEndpointRouteBuilder app)
    {
        var bookings = app.MapGroup("/api/v1/bookings").WithTags("bookings").AddEndpointFilter(BookingOutcomes.CountAsync);
        GetCatalogue.Map(bookings);
        GetSlots.Map(bookings);
        GetNotices.Map(bookings);
        MakeQuote.Map(bookings);
        GetStatistics.Map(bookings);
        ExportStatistics.Map(bookings);

        var personal = bookings.MapGroup("").AnswersPersonally();
        CreateHold.Map(personal);
        DeleteHold.Map(personal);
        ConfirmBooking.Map(personal);
        LookUpBooking.Map(personal);
        GetBooking.Map(personal);
        AmendBooking.Map(personal);
        CancelBooking.Map(personal);
        GetCalendarFile.Map(personal);
        ReportMissed.Map(personal);
        GetHistory.Map(personal);
        ExportBooking.Map(personal);
        EraseBooking.Map(personal);

        ShowStatistics.Map(app);
        app.MapDesk();
        app.MapPickupCalendar();
        app.MapBookingNotices();
        app.MapRounds();
    }
}
