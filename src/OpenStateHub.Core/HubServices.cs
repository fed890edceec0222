using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core;

/// <summary>What the site and the command line share.</summary>
public static class HubServices
{
    /// <param name="connectionString">A connection as <c>hub_app</c>; the command line, which migrates and seeds, comes as <c>hub_owner</c>.</param>
    /// <param name="data">HUB_DATA, the folder that files are kept under; null for whoever touches none.</param>
    /// <param name="keyCertificates">Encrypt the protection keys; none: they rest as plain as the rest of the database.</param>
    public static IServiceCollection AddHub(
        this IServiceCollection services, string connectionString, string? data = null, IReadOnlyList<X509Certificate2>? keyCertificates = null)
    {
        Wall.RefuseLeakyConnectionString(connectionString);

        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<TenantContext>();
        services.AddScoped<ActingOffice>();
        services.AddScoped<TenantConnectionInterceptor>();
        services.AddSingleton<TenantScopes>();
        services.AddScoped<OperateOn>();
        services.AddDbContext<HubDbContext>((scope, options) => options
            .UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(scope.GetRequiredService<TenantConnectionInterceptor>()));
        services.AddAccounts(keyCertificates ?? []);
        services.AddScoped<QueueMail>();
        services.AddScoped<SmtpSender>();
        services.AddSingleton(new MailDelivery());
        services.AddSingleton<IResolveDomain, NameServers>();
        services.AddSingleton(_ => new FileRoot(data));
        services.AddSingleton(new ExportConnection(connectionString));
        services.AddSingleton(new BackupSettings());
        services.AddScoped<FileFolder>();
        services.AddScoped<FileLock>();
        services.AddNightlyWork<RefreshMetrics>((work, ct) => work.ExecuteAsync(ct));
        services.AddNightlyWork<PruneInvitations>((work, ct) => work.ExecuteAsync(ct));
        services.AddNightlyWork<PruneSignIns>((work, ct) => work.ExecuteAsync(ct));
        services.AddNightlyWork<ForgetArco>((work, ct) => work.ExecuteAsync(ct));
        services.AddNightlyWork<ForgetUnconfirmed>((work, ct) => work.ExecuteAsync(ct));
        services.AddCommandsAndQueries();
        return services;
    }

    /// <summary>A command or a query is a public class of this assembly with an ExecuteAsync: nobody has to remember to register it.</summary>
    private static void AddCommandsAndQueries(this IServiceCollection services)
    {
        var found = typeof(HubServices).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(m => m is { Name: "ExecuteAsync", IsStatic: false }));

        foreach (var type in found)
        {
            services.AddScoped(type);
        }

        foreach (var contents in typeof(HubServices).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ISubjectContents))))
        {
            services.AddScoped(typeof(ISubjectContents), contents);
        }

        foreach (var effect in typeof(HubServices).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDecisionEffect))))
        {
            services.AddScoped(typeof(IDecisionEffect), effect);
        }

        foreach (var followed in typeof(HubServices).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFollowedKind))))
        {
            services.AddScoped(typeof(IFollowedKind), followed);
        }

        foreach (var facts in typeof(HubServices).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IStartFacts))))
        {
            services.AddScoped(typeof(IStartFacts), facts);
        }

        services.AddScoped<DecisionEffects>();
        services.AddScoped<IPublishedRows, PublishPlace>();
        services.AddScoped<IRoleTaken, SeatTaken>();
        services.AddScoped<IRoleTaken, AdministratorTaken>();
    }
}
