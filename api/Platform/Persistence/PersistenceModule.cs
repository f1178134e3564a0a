using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>Chooses the database by <c>Storage:Provider</c> and opens it before anything else starts.</summary>
public static class PersistenceModule
{
    /// <summary>Registers the database.</summary>
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        switch (Settings.StorageProvider.Of(configuration))
        {
            case "sqlite":
                builder.Services.AddSingleton(new SqliteFolder(
                    Settings.StorageDataFolder.FolderOf(configuration, builder.Environment.ContentRootPath)));
                builder.Services.AddSingleton(services => new SqliteDatabase(
                    services.GetRequiredService<SqliteFolder>(), Settings.LimitsWriteQueue.NumberOf(configuration, least: 1)));
                builder.Services.AddSingleton<IDatabase>(services => services.GetRequiredService<SqliteDatabase>());
                builder.Services.AddSingleton<IDatabaseStart, SqliteStart>();
                break;
            case "postgres":
                builder.Services.AddSingleton(_ => new PostgresDatabase(Settings.StorageConnectionString.Of(configuration)));
                builder.Services.AddSingleton<IDatabase>(services => services.GetRequiredService<PostgresDatabase>());
                builder.Services.AddSingleton<IDatabaseStart, PostgresStart>();
                break;
            default:
                throw Settings.StorageProvider.Wrong(configuration, "应为 sqlite 或 postgres");
        }

        builder.Services.AddSingleton<StorageStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StorageStart>());
        builder.Services.AddSingleton<IReadyCheck, DatabaseReady>();
        builder.Services.AddCommand("migrate", "migrate", Migrate.RunAsync);
    }
}
