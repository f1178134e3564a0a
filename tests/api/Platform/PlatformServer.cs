using Jizhou.Public.Api.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jizhou.Public.ApiTests.Platform;

/// <summary>The platform alone on a real port, with operations a test brings along: what no feature happens to do can be shown.</summary>
public sealed class PlatformServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private PlatformServer(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>The container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts with these settings and operations.</summary>
    public static async Task<PlatformServer> StartAsync(Action<WebApplication> map, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-platform-").FullName;
        (string Name, string Value)[] own =
        [
            ("urls", "http://127.0.0.1:0"),
            ("Storage:DataFolder", Path.Combine(folder, "data")),
            ("Security:KeyFolder", Path.Combine(folder, "keys")),
            ("Content:Folder", Path.Combine(Repository.Root, "content")),
            ("Portal:Folder", Repository.BuiltPortal),
        ];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Jizhou.Public.Api",
            EnvironmentName = "Production",
            Args = [.. own.Concat(settings).Select(setting => $"--{setting.Name}={setting.Value}")],
        });
        builder.AddPlatform();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UsePlatform();
        app.MapPlatform();
        map(app);
        await app.StartAsync();
        return new PlatformServer(app, folder);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
