using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Collectors;
using Jizhou.Public.Api.ConsolePages;
using Jizhou.Public.Api.Indicators;
using Jizhou.Public.Api.OgcFeatures;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Plan;
using Jizhou.Public.Api.Plastics;
using Jizhou.Public.Api.Platform;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Prices;
using Jizhou.Public.Api.Reports;
using Jizhou.Public.Api.Sorting;

try
{
    // Settings are read once. Waiting for files to change would mean watching every folder below the current one, which alone may take a second.
    var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
    builder.AddPlatform();
    builder.AddBookings();
    builder.AddOgcFeatures();
    builder.AddPlaces();
    builder.AddPrices();
    builder.AddReports();
    builder.AddSorting();

    var app = builder.Build();
    app.UsePlatform();
    app.MapPlatform();
    app.MapBookings();
    app.MapCollectors();
    app.MapConsole();
    app.MapIndicators();
    app.MapOgcFeatures();
    app.MapPlaces();
    app.MapPlan();
    app.MapPlastics();
    app.MapPrices();
    app.MapReports();
    app.MapSorting();

    return await app.RunCommandOrServeAsync(args);
}
catch (StartFailedException failure)
{
    return failure.Report(Console.Error);
}
