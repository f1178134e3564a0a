using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Api.Reports.Counts;
using Jizhou.Public.Api.Reports.Operators;
using Jizhou.Public.Api.Reports.Pages;
using Jizhou.Public.Api.Reports.QrSheets;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>What residents report (上报): places that are full or broken, dumping, burning, broken sewage works; and the QR sheets that lead here.</summary>
public static class ReportsModule
{
    /// <summary>Registers the feature.</summary>
    public static void AddReports(this WebApplicationBuilder builder)
    {
        var (services, photoBytes) = (builder.Services, Settings.LimitsPhotoBytes.NumberOf(builder.Configuration, least: 1));
        services.AddSingleton(provider => ReportFacts.Of(provider.GetRequiredService<ContentFolder>()));
        services.AddSingleton<ReportPlaces>();
        services.AddSingleton<ReportSecrets>();
        services.AddSingleton(provider => new ReportDesk(
            provider.GetRequiredService<ReportFacts>(), provider.GetRequiredService<ReportPlaces>(), provider.GetRequiredService<IDatabase>(),
            provider.GetRequiredService<JizhouClock>(), provider.GetRequiredService<ReportSecrets>(), photoBytes));
        services.AddSingleton<IExpiringData, EraseReports>();
        services.AddEncryptedColumn("report", "ticket", ReportSecrets.PersonalPurpose);
        services.AddEncryptedColumn("report_photo", "ticket", ReportSecrets.PhotoPurpose);
        services.AddConsoleLink("/console/reports/", "上报", "居民报上来的问题：看、转办、答复。", 20, ReportRoles.Readers);
        services.AddConsoleLink("/places/qr/", "点位码", "每个乡镇一份，打印后贴在点位上。", 60, ReportRoles.Readers);
        foreach (var action in ReportActions.All)
        {
            services.AddAuditAction(action);
        }
    }

    /// <summary>The addresses of the feature.</summary>
    public static void MapReports(this WebApplication app)
    {
        var photoBytes = Settings.LimitsPhotoBytes.NumberOf(app.Configuration, least: 1);
        var reports = app.MapGroup("/api/v1/reports").WithTags("reports");
        CountReports.Map(reports);
        var personal = reports.MapGroup("").AnswersPersonally();
        CreateReport.Map(personal, photoBytes);
        GetReport.Map(personal);

        ShowForm.Map(app);
        SendForm.Map(app, photoBytes);
        ShowStatus.Map(app);
        ShowQrSheet.Map(app);
        ListReports.Map(app);
        HandleReport.Map(app);
    }
}
