using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform.Backups;

/// <summary>Backup and restore, and the copies that are taken before a migration.</summary>
public static class BackupsModule
{
    /// <summary>Registers them for the database that the settings name.</summary>
    public static void AddBackups(this WebApplicationBuilder builder)
    {
        var data = Settings.StorageDataFolder.FolderOf(builder.Configuration, builder.Environment.ContentRootPath);
        if (Settings.StorageProvider.Of(builder.Configuration) == "postgres")
        {
            builder.Services.AddSingleton<IBackup, PostgresBackup>();
            builder.Services.AddSingleton<IBeforeMigration>(services => new PostgresBeforeMigration(services.GetRequiredService<IBackup>(), data));
        }
        else
        {
            builder.Services.AddSingleton<IBackup, SqliteBackup>();
        }

        builder.Services.AddSingleton(new Command("backup", BackupCommands.BackupUsage, UsesDatabase: false, BackupCommands.BackupAsync));
        builder.Services.AddSingleton(new Command("restore", BackupCommands.RestoreUsage, UsesDatabase: false, BackupCommands.RestoreAsync));
        builder.Services.AddSingleton<IGauge, BackupAge>();
        builder.Services.AddSingleton<IExpiringData>(services => new OldCopies(data, services.GetRequiredService<TimeProvider>()));
    }
}
