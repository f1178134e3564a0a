using System.Net.Sockets;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.AspNetCore.Connections;

namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>The last step of Program: run the named command, or serve until Ctrl-C or SIGTERM.</summary>
public static class CommandOrServe
{
    /// <summary>Answers the exit code. Refuses to start with <see cref="StartFailedException"/>.</summary>
    public static async Task<int> RunCommandOrServeAsync(this WebApplication app, string[] args)
    {
        if (args is ["--", .. var rest])
        {
            args = rest; // `program -- NAME` works as `dotnet run -- NAME` does
        }

        if (args is ["--help" or "-h" or "-?" or "help"])
        {
            return await TellUsageAsync(app);
        }

        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            await ServeAsync(app);
            return 0;
        }

        await using (app)
        {
            return await RunCommandAsync(app.Services, args);
        }
    }

    private static async Task<int> TellUsageAsync(WebApplication app)
    {
        await using (app)
        {
            var commands = app.Services.GetServices<Command>().SelectMany(command => command.Usage.Split(" | ")).Order(StringComparer.Ordinal);
            Console.WriteLine($"""
                不带命令：启动网站和接口，按 Ctrl-C 停止。设置写作 --名称 值，例如 --urls http://127.0.0.1:5001；全部设置见 /data/developers/settings/。
                Without a command: serves the site and the API until Ctrl-C. Settings: --NAME VALUE.

                命令 Commands:
                  {string.Join("\n  ", commands)}
                """);
            return 0;
        }
    }

    private static async Task<int> RunCommandAsync(IServiceProvider services, string[] args)
    {
        var commands = services.GetServices<Command>().ToList();
        var command = commands.Where(known => known.IsNamedBy(args)).MaxBy(known => known.Name.Length)
            ?? throw new StartFailedException(
                $"没有命令 “{args[0]}”。", $"Known commands: {string.Join(" | ", commands.Select(known => known.Usage))}.");
        if (command.UsesDatabase)
        {
            await services.GetRequiredService<StorageStart>().PrepareForCommandAsync(CancellationToken.None);
        }

        await using var scope = services.CreateAsyncScope();
        return await command.Run(scope.ServiceProvider, args[command.Name.Split(' ').Length..], CancellationToken.None);
    }

    private static async Task ServeAsync(WebApplication app)
    {
        var urls = Settings.Urls.Of(app.Configuration);
        try
        {
            await RunAsync(app);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new StartFailedException(
                $"无法启动：{urls} 的端口已被占用。",
                "The port is in use: stop the other program or start with --urls http://127.0.0.1:PORT.",
                failure);
        }
        catch (Exception failure) when (failure is FormatException or IOException or SocketException or ArgumentOutOfRangeException { ParamName: "port" }
            or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            throw new StartFailedException(
                $"无法启动：不能监听 {urls}（{failure.Message}）。",
                "Cannot listen there: start with --urls http://127.0.0.1:PORT.",
                failure);
        }
    }

    private static async Task RunAsync(WebApplication app)
    {
        await using (app)
        {
            try
            {
                var ahead = MadeAhead.BeginAsync(app);
                await app.StartAsync();
                await ahead;
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return; // told to stop before it was ready: an end like any other
            }
            catch
            {
                app.Lifetime.StopApplication(); // else the background services that did start would log their end as a crash
                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }
}
