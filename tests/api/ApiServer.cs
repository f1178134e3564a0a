using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jizhou.Public.ApiTests;

/// <summary>
/// The whole program on a free loopback port with a data folder of its own; use it as a class fixture, or make one with
/// settings: <c>new ApiServer { ["Limits:BodyBytes"] = "100" }</c>.
/// </summary>
public sealed class ApiServer : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-test-").FullName;
    private HttpClient? _client;

    /// <summary>A server with the repository's content and built site.</summary>
    public ApiServer()
    {
        UseKestrel(0);
        this["Storage:DataFolder"] = Path.Combine(_folder, "data");
        this["Security:KeyFolder"] = Path.Combine(_folder, "keys");
        this["Content:Folder"] = Path.Combine(Repository.Root, "content");
        this["Portal:Folder"] = Repository.BuiltPortal;
    }

    /// <summary>Stands still at Sunday 2026-11-22 10:00 in Jizhou until a test moves it.</summary>
    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>A client of the running server that follows no redirects and keeps no cookies.</summary>
    public HttpClient Http => _client ??= NewClient();

    /// <summary>The data folder of this server.</summary>
    public string DataFolder => _settings["Storage:DataFolder"];

    /// <summary>Sets a setting; only before the first use.</summary>
    public string this[string setting]
    {
        set => _settings[setting] = value;
    }

    /// <summary>Registers something of a test beside the program's own; only before the first use.</summary>
    public Action<IServiceCollection> Beside { get; init; } = _ => { };

    /// <summary>Another client of the same server.</summary>
    public HttpClient NewClient()
    {
        StartServer();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Beside(services);
        });
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _client?.Dispose();
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true); // the factory disposes twice
            }
        }
    }
}
