using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Cutoffs;

/// <summary>What the tests of cut-offs do to a place with a running plan.</summary>
internal static class CutoffHub
{
    public static async Task<(Tenant Place, IReadOnlyList<AddActivity.Input> Activities)> RunningAsync(this TestHub hub, string slug, int activities = 1)
    {
        var place = await hub.PlaceAsync(slug);
        return (place, await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities)));
    }

    public static Task<Guid> PlanAsync(this TestHub hub, Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.Id).SingleAsync());

    public static async Task<Guid> CutoffAsync(this TestHub hub, Tenant place, DateOnly on)
    {
        var input = new SetCutoff.Input { PlanId = await hub.PlanAsync(place), On = on };
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<SetCutoff>().ExecuteAsync(input, default)));
        return input.Id;
    }

    /// <summary>Somebody who answers for an activity, or with a commitment's id for all of it.</summary>
    public static Task OwnerAsync(this TestHub hub, Tenant place, Guid of, string email) => hub.AsAsync(place, async scope =>
    {
        var made = "";
        var today = place.Today(scope.GetRequiredService<TimeProvider>());
        Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new InvitePerson.Input { Email = email, Role = Role.ActivityOwner, ScopeId = of, UntilOn = today.AddDays(300), Office = "Aguas del Municipio" },
            token =>
            {
                made = token;
                return null;
            },
            default));
        Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new(made, "Ana", GivenPeople.Password, AcceptsNotice: true), default));
    });

    /// <summary>What the clock does, with letters that say only how many days are left.</summary>
    public static Task<DateTimeOffset?> KeepAsync(this TestHub hub, Tenant place, Func<CutoffNotice, Letter>? letter = null) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<KeepCutoffs>().ExecuteAsync(letter ?? LetterOf, default));

    public static Letter LetterOf(CutoffNotice notice) => new()
    {
        Language = "es", Subject = $"{notice.DaysLeft}{(notice.IsMoved ? " movido" : "")}", Paragraphs = [.. notice.Activities.Select(a => a.Description)], Footer = "x",
    };

    /// <summary>To whom, and what about: invitations aside.</summary>
    public static Task<List<string>> TellsAsync(this TestHub hub, Tenant place) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().MailQueue.OrderBy(m => m.Id).Select(m => m.Recipient + ": " + m.Subject).ToListAsync());

    /// <summary>The hub's clock at a time of a day, as the clocks of Mexico City show it.</summary>
    public static void SetClock(this TestHub hub, DateOnly day, int hour, int minute = 0) =>
        hub.Clock.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(-6)).ToUniversalTime();
}
