using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Cli;

/// <summary>The hub as the command line works on it: with the owner role, which row-level security binds too.</summary>
internal static class Hub
{
    /// <summary>In whose name the command line acts where a command's own input names nobody.</summary>
    public static readonly ActingOffice.Named Office = new("OpenStateHub");

    public static string OwnerConnection =>
        Environment.GetEnvironmentVariable("ConnectionStrings__HubOwner")
        ?? throw new RefusedException("ConnectionStrings__HubOwner is not set: the command line needs the database as the role hub_owner.");

    public static ServiceProvider Open() =>
        new ServiceCollection()
            // On standard error, beside the output. EF Core's log only repeats what the command itself says or throws;
            // data protection warns at each start where keys rest unencrypted, as everything in the database does.
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddHub(OwnerConnection, Environment.GetEnvironmentVariable("HUB_DATA"), keyCertificates: KeyCertificates.Read(
                Environment.GetEnvironmentVariable(KeyCertificates.FilesSetting), Environment.GetEnvironmentVariable(KeyCertificates.PasswordSetting)))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
}
