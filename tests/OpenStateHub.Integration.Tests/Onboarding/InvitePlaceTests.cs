using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Archives;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Onboarding;

/// <summary>Inviting provisions: a place is there whole, with its link, its record and its letter, or it is merely listed.</summary>
public sealed class InvitePlaceTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string Password = "una frase recién pensada";

    [Fact]
    public async Task The_link_opens_the_new_places_own_host_and_nobody_elses_and_works_once()
    {
        await hub.PlaceAsync("durango");
        await hub.ListedAsync(null, "chihuahua");
        await using var site = new HubSite(hub);
        using var there = site.Browser("chihuahua");
        using var elsewhere = site.Browser("durango");
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync("/")).StatusCode);

        var (refusal, token) = await hub.InviteAsync("chihuahua");
        var path = AccountPaths.Invitation(token);

        Assert.Null(refusal);
        await Eventually.IsAsync(TimeSpan.FromSeconds(5), async () => (await there.OpenAsync(path)).Status is HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(path)).Status);
        Assert.Equal(Stage.Invited, await StageAsync("chihuahua"));
        Assert.Equal("/cuenta/entrar?hecho=aceptada", (await there.SendAsync(path, new() { ["Name"] = "Ana", ["Password"] = Password, ["Accepts"] = "true" })).Location);
        Assert.Equal(HttpStatusCode.Gone, (await there.OpenAsync(path)).Status);
        Assert.Equal(Stage.Onboarding, await StageAsync("chihuahua"));
        Assert.Equal(OnboardingRefusals.HasAdministrator, (await hub.InviteAsync("chihuahua", replaces: (await hub.OpenInvitationAsync("chihuahua"))!.Id)).Refusal);
        Assert.Equal("/gestion", (await there.SignInAsync(GivenInvitations.Email, Password)).Location);
    }

    [Fact]
    public async Task Two_who_invite_at_once_send_one_letter()
    {
        await hub.ListedAsync(null, "jalisco");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hub.InviteAsync("jalisco")));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(o => o.Refusal is not null), o => Assert.Equal(OnboardingRefusals.AlreadyInvited.Code, o.Refusal!.Code));
        Assert.Single(await hub.LettersAsync(await hub.NationalAsync()), letter => letter.Subject.EndsWith("jalisco", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_again_the_earlier_link_ends_and_both_stand_on_record()
    {
        await hub.ListedAsync(null, "sonora");
        var (_, first) = await hub.InviteAsync("sonora");
        var open = (await hub.OpenInvitationAsync("sonora"))!;

        var (again, second) = await hub.InviteAsync("sonora", "otra@ejemplo.mx", replaces: open.Id);
        var (twice, _) = await hub.InviteAsync("sonora", "otra@ejemplo.mx", replaces: open.Id);

        var place = await hub.FindAsync("sonora");
        Assert.Null(again);
        Assert.Equal(OnboardingRefusals.AlreadyInvited with { Detail = "otra@ejemplo.mx" }, twice);
        Assert.Equal(AccountRefusals.InvitationRevoked, await hub.AcceptAsync(place, first));
        Assert.Null(await hub.AcceptAsync(place, second));
        Assert.Equal("Replaced,-", await hub.AskAsync("select string_agg(coalesce(ending, '-'), ',' order by sent_at, id) from place_invitations where place_id = '" + place.Id + "'"));
    }

    [Fact]
    public async Task An_expired_link_opens_nothing_and_another_may_be_sent()
    {
        await hub.ListedAsync(null, "colima");
        var (_, first) = await hub.InviteAsync("colima");

        hub.Clock.Now += PlaceInvitation.Lifetime;

        Assert.Equal(AccountRefusals.InvitationExpired, await hub.AcceptAsync(await hub.FindAsync("colima"), first));
        var (refusal, second) = await hub.InviteAsync("colima");
        Assert.Null(refusal);
        Assert.Null(await hub.AcceptAsync(await hub.FindAsync("colima"), second));
    }

    [Fact]
    public async Task Revoked_before_anybody_came_the_place_is_listed_again_and_can_be_invited_anew()
    {
        var monitor = await hub.MonitorAsync();
        await hub.ListedAsync(null, "nayarit");
        var (_, token) = await hub.InviteAsync("nayarit");
        var place = await hub.FindAsync("nayarit");
        var open = (await hub.OpenInvitationAsync("nayarit"))!;

        Assert.Equal((true, null), await hub.RevokeAsync(open.Id, monitor));
        Assert.Equal((true, OnboardingRefusals.InvitationEnded), await hub.RevokeAsync(open.Id, monitor));

        Assert.Equal((TenantStatus.Listed, null), (await hub.FindAsync("nayarit")) is { } after ? (after.Status, after.InvitedOn) : default);
        Assert.Equal(AccountRefusals.InvitationExpired, await hub.AcceptAsync(place, token));
        Assert.Equal("0", await hub.AskAsync($"select count(*) from invitations where tenant_id = '{place.Id}'"));
        Assert.Null((await hub.InviteAsync("nayarit")).Refusal);
    }

    [Fact]
    public async Task What_was_accepted_cannot_be_revoked_and_a_place_that_was_there_before_stays()
    {
        var monitor = await hub.MonitorAsync();
        await hub.ListedAsync(null, "tlaxcala");
        var (_, token) = await hub.InviteAsync("tlaxcala");
        Assert.Null(await hub.AcceptAsync(await hub.FindAsync("tlaxcala"), token));
        await hub.PlaceAsync("puebla");
        await hub.InviteAsync("puebla");

        Assert.Equal((true, AccountRefusals.InvitationUsed), await hub.RevokeAsync((await hub.OpenInvitationAsync("tlaxcala"))!.Id, monitor));
        Assert.Equal((true, null), await hub.RevokeAsync((await hub.OpenInvitationAsync("puebla"))!.Id, monitor));

        Assert.Equal(TenantStatus.Active, (await hub.FindAsync("tlaxcala")).Status);
        Assert.Equal(TenantStatus.Active, (await hub.FindAsync("puebla")).Status);
    }

    [Fact]
    public async Task Accepting_and_revoking_at_once_leave_one_of_the_two()
    {
        var monitor = await hub.MonitorAsync();
        var slugs = Enumerable.Range(0, Stress.Rounds(full: 20)).Select(round => $"disputado-{round}").ToArray();
        await hub.ListedAsync(null, slugs);

        foreach (var slug in slugs)
        {
            var (_, token) = await hub.InviteAsync(slug);
            var (place, open) = (await hub.FindAsync(slug), (await hub.OpenInvitationAsync(slug))!);
            var accepting = hub.AcceptAsync(place, token);
            var (_, revoked) = await hub.RevokeAsync(open.Id, monitor);
            var accepted = await accepting;

            Assert.True(accepted is null != revoked is null, $"{accepted} {revoked}");
            Assert.Equal(accepted is null ? TenantStatus.Active : TenantStatus.Listed, (await hub.FindAsync(slug)).Status);
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_a_whole_tenant_or_none()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var (random, rounds, killed) = (new Random(Stress.Seed), Stress.Rounds(full: 50), 0);
        await hub.ListedAsync(null, [.. Enumerable.Range(0, rounds + 1).Select(round => $"lugar-{round}")]);
        await hub.InviteAsync($"lugar-{rounds}");
        var watch = Stopwatch.StartNew();
        var whole = await InviteWatchedAsync($"lugar-{rounds}");
        var took = watch.Elapsed;
        Assert.False(whole);

        for (var round = 0; round < rounds; round++)
        {
            var slug = $"lugar-{round}";
            var inviting = InviteWatchedAsync(slug);
            await Task.Delay(random.NextDouble() * took);
            await hub.AskAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and usename = 'hub_app'");
            var isSaid = await inviting;
            hub.LetGo();

            var parts = await FootprintAsync(slug);
            Assert.True(parts is "Listed 0 0 0 0" or "Active 1 1 1 1", $"After round {round}: {parts}");
            Assert.True(!isSaid || parts.StartsWith("Active", StringComparison.Ordinal));
            killed += parts.StartsWith("Listed", StringComparison.Ordinal) ? 1 : 0;

            await hub.InviteAsync(slug);
            Assert.Equal("Active 1 1 1 1", await FootprintAsync(slug));
        }

        TestContext.Current.SendDiagnosticMessage($"{killed} of {rounds} were killed before they counted.");
    }

    /// <returns>Whether it was told that it is done.</returns>
    private async Task<bool> InviteWatchedAsync(string slug)
    {
        try
        {
            return (await hub.InviteAsync(slug)).Refusal is null;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            return false;
        }
    }

    private Task<string?> FootprintAsync(string slug) => hub.AskAsync(
        $"""
         select p.status || ' ' || (p.invited_on is not null)::int
             || ' ' || (select count(*) from place_invitations i where i.place_id = p.id)
             || ' ' || (select count(*) from invitations i where i.tenant_id = p.id)
             || ' ' || (select count(*) from mail_queue m where m.subject like '% ' || p.slug)
         from tenants p where p.slug = '{slug}'
         """);

    private async Task<Stage> StageAsync(string slug) =>
        (await hub.AsAsync(await hub.FindAsync(slug), scope => scope.GetRequiredService<FindPlaceCard>().ExecuteAsync(default))).Stage;
}
