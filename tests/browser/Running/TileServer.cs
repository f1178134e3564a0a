using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A real server of map tiles on the loopback, with a certificate nobody signed: every address is the same grey tile, and is kept.</summary>
public sealed class TileServer : IAsyncDisposable
{
    private static readonly byte[] Tile =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOora39DwAGAAKABVrJxQAAAABJRU5ErkJggg==");

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Uri> _asked;

    private TileServer(WebApplication app, ConcurrentQueue<Uri> asked) => (_app, _asked) = (app, asked);

    /// <summary>The addresses that were asked for.</summary>
    public IReadOnlyCollection<Uri> Asked => _asked;

    /// <summary>Where it listens, host and port.</summary>
    public string Authority => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>Starts it for a host.</summary>
    public static async Task<TileServer> StartAsync(string host)
    {
        ConcurrentQueue<Uri> asked = [];
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate(host))));
        var app = builder.Build();
        app.Run(context =>
        {
            asked.Enqueue(new Uri($"https://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}"));
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(Tile).AsTask();
        });
        await app.StartAsync();
        return new TileServer(app, asked);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static X509Certificate2 Certificate(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), null); // a key that lives in memory alone is not taken everywhere
    }
}
