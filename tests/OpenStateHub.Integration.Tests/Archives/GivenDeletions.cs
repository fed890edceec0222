using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Archives;

/// <summary>Two operators, and what each of them asks or confirms.</summary>
internal static class GivenDeletions
{
    public const string First = "primera@inai.example", Second = "segunda@inai.example", Monitor = "monitora@inai.example";

    public static async Task OperatorsAsync(this TestHub hub)
    {
        var national = await hub.NationalAsync();
        await hub.PersonAsync(national, Role.PlatformOperator, First);
        await hub.PersonAsync(national, Role.PlatformOperator, Second);
        await hub.PersonAsync(national, Role.NationalMonitor, Monitor);
    }

    public static async Task AtRestAsync(this TestHub hub, string slug) => Assert.Null(
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<ArchiveTenant>().ExecuteAsync(slug, default)));

    public static async Task ResumeAsync(this TestHub hub, string slug) => Assert.Null(
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<ResumeTenant>().ExecuteAsync(slug, default)));

    public static async Task<DeletionRequest> AskAsync(this TestHub hub, string slug, string archive, string by, string password = GivenPeople.Password) =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<AskForDeletion>().ExecuteAsync(new(hub.OwnerConnection, slug, archive, by, password), default));

    public static async Task<EraseTenant.Result> ConfirmAsync(this TestHub hub, string slug, string by, string password = GivenPeople.Password) =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<EraseTenant>().ExecuteAsync(new(hub.OwnerConnection, slug, by, password), default));

    /// <summary>As if all of it had been asked for a month ago: for the command line, whose clock is the machine's.</summary>
    public static Task AMonthAgoAsync(this TestHub hub) =>
        hub.AskAsync("update deletion_requests set requested_at = now() - interval '31 days', due_at = now() - interval '1 day'");
}
