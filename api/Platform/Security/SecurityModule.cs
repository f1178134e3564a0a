using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>Keys, encryption of personal data and the operators' sign-in.</summary>
public static class SecurityModule
{
    /// <summary>Registers the security part. Refuses a key folder inside the data folder.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var folder = KeyFolder.Of(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(_ => new LiveKeyRing(folder));
        builder.Services.AddSingleton(services => new PersonalDataProtector(services.GetRequiredService<LiveKeyRing>()));
        builder.Services.AddSingleton<ReEncryption>();
        builder.Services.AddHostedService<WatchKeyRing>();
        builder.Services.AddSingleton<IReadyCheck, KeysReady>();
        builder.Services.AddSingleton(services => new KeyedHash(services.GetRequiredService<LiveKeyRing>()));
        builder.Services.AddSingleton<RingOfDatabase>();
        builder.Services.AddHostedService<EraseExpired>();
        builder.Services.AddCommand("erase-expired", EraseExpired.Usage, EraseExpired.RunAsync);
        builder.AddSignIn(folder);
    }

    /// <summary>Who is asking, and whether a form came from our own page.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }
}
