using Microsoft.Extensions.Configuration.Memory;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>Settings' defaults, logs, the clock and the line that tells the address.</summary>
public static class HostingModule
{
    /// <summary>Registers the hosting part.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new(Settings.Urls.Name, Settings.Urls.Default)],
        });
        builder.AddLogs();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<JizhouClock>();
        builder.Services.AddHostedService<TellAddress>();
        builder.Services.AddSingleton(new Command("health", "health ADDRESS", UsesDatabase: false, AskHealth.RunAsync));
    }
}
