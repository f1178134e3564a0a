using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>Tells where the portal can be opened, once the server listens.</summary>
public sealed partial class TellAddress(
    IServer server, IHostEnvironment environment, ILogger<TellAddress> log) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses.Select(ForPeople))
        {
            if (environment.IsDevelopment())
            {
                Console.WriteLine($"打开 {address}/ 即可使用（open it in a browser）；按 Ctrl-C 停止。");
            }
            else
            {
                Listening(log, $"{address}/");
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string ForPeople(string address)
        => address.Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal);

    [LoggerMessage(1, LogLevel.Information, "打开 {Address} 即可使用 (listening)")]
    private static partial void Listening(ILogger log, string address);
}
