using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Jobs;

public static class HubJobs
{
    public static void AddHubJobs(this IServiceCollection services, MailDelivery mail)
    {
        services.AddSingleton<WorkSignal>();
        services.AddLoop([.. Enum.GetValues<WorkKind>().Where(kind => kind is not WorkKind.Mail)]);

        // Apart, because a slow mail server must hold up no other work. Without a server letters wait, for a node that has one.
        if (mail.Server is not null)
        {
            services.AddLoop([WorkKind.Mail]);
        }
    }

    private static void AddLoop(this IServiceCollection services, IReadOnlyList<WorkKind> kinds) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<WorkLoop>(provider, kinds));
}
