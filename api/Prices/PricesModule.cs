using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Prices.Operators;

namespace Jizhou.Public.Api.Prices;

/// <summary>What recyclables are paid for (回收价格参考): entered by editors, shown with place, day and source, never worked out.</summary>
public static class PricesModule
{
    /// <summary>Registers the feature.</summary>
    public static void AddPrices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PriceStore>();
        builder.Services.AddCommand("prices", PricesCommand.Usage, PricesCommand.RunAsync);
        builder.Services.AddConsoleLink("/console/prices/", "回收价格", "录入哪里收什么多少钱，撤下写错的。", 26, EditPrices.Editors);
        builder.Services.AddAuditAction(PriceActions.Published);
        builder.Services.AddAuditAction(PriceActions.Removed);
    }

    /// <summary>Maps the operations and pages.</summary>
    public static void MapPrices(this WebApplication app)
    {
        ListPrices.Map(app.MapGroup("/api/v1/prices").WithTags("prices"));
        ExportPricesCsv.Map(app.MapGroup("/api/v1").WithTags("prices"));
        ShowPrices.Map(app);
        EditPrices.Map(app);
    }
}
