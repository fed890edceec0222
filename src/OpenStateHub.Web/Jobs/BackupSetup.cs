using System.Globalization;
using OpenStateHub.Core.Backup;

namespace OpenStateHub.Web.Jobs;

/// <summary>Reads whether this installation backs itself up by night, and refuses in one sentence what could not work.</summary>
/// <remarks>Backup__Folder (without it no copies are made), Backup__Keep (7), ConnectionStrings__HubBackup.</remarks>
public static class BackupSetup
{
    public static void AddBackup(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return;
        }

        var defaults = new BackupSettings();
        services.AddSingleton(new BackupSettings
        {
            Folder = configuration[BackupSettings.FolderSetting],
            Connection = configuration.GetConnectionString("HubBackup")
                ?? throw new InvalidOperationException("Backup__Folder is set and ConnectionStrings__HubBackup is not: a backup needs the database as the role hub_backup."),
            Keep = configuration[BackupSettings.KeepSetting] is not { Length: > 0 } text ? defaults.Keep
                : int.TryParse(text, CultureInfo.InvariantCulture, out var keep) && keep > 0 ? keep
                : throw new InvalidOperationException($"Backup__Keep is '{text}', which is no number of copies: at least 1."),
        });
    }

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[BackupSettings.FolderSetting]);
}
