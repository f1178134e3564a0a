namespace Jizhou.Public.Api.Platform.Hosting;

/// <summary>Something that takes long to make and needs no database: it is made on another core while the database is read, and no request waits for it.</summary>
/// <param name="Make">Makes it, usually by asking the container for it.</param>
public sealed record MadeAhead(Action<IServiceProvider> Make)
{
    /// <summary>Begins with everything registered, and with the delegates of all addresses.</summary>
    public static Task BeginAsync(WebApplication app)
    {
        app.UseEndpoints(_ => { }); // now, or the addresses are only gathered when the server starts
        var services = app.Services;
        return Task.WhenAll(
            [Task.Run(() => services.GetRequiredService<EndpointDataSource>().Endpoints.Count), .. services.GetServices<MadeAhead>().Select(one => Task.Run(() => one.Make(services)))]);
    }
}
