using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Onboarding;

/// <summary>Answers stay with the place and are never overwritten; the nation sees four figures once the place says so.</summary>
public sealed class ReadinessTests(ServedHub served) : InAPlace(served)
{
    private const string Form = "/gestion/preparacion/contestar";
    private const string Result = "/gestion/preparacion";

    [Fact]
    public async Task A_question_left_open_is_refused_beside_it_and_the_others_stay_answered()
    {
        using var admin = await AdministratorAsync();
        var sent = Browser.FieldsOf((await admin.OpenAsync(Form)).Page.QuerySelector("main form")!);

        foreach (var (name, points) in All(2))
        {
            sent[name] = points;
        }

        sent.Remove("Answers[Team]");
        var refused = await admin.PostAsync(Form, sent);

        Assert.Single(refused.Page.QuerySelectorAll(".field-wrong"));
        Assert.Contains("Elija una respuesta: Equipo.", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("2", refused.Page.QuerySelector("input[name='Answers[Law]'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_later_set_leaves_the_earlier_and_the_nation_sees_what_was_published()
    {
        using var admin = await AdministratorAsync();
        var national = $"/entidades/{durango.Slug}";
        await admin.SendAsync(Form, All(0));
        await admin.SendAsync(Form, All(3));

        var page = (await admin.OpenAsync(Result)).Page;
        Assert.Equal(4, page.QuerySelectorAll(".readiness dd span").Count(figure => figure.TextContent == "100 de 100"));
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Null((await site.ReadAsync(null, national)).QuerySelector(".readiness"));
        Assert.Null((await site.ReadAsync(durango.Slug, "/preparacion")).QuerySelector(".readiness"));

        Assert.Equal(Result, (await admin.SendAsync(Result, [], "form.readiness-publish")).Location);
        Assert.NotNull((await site.WithinASecondAsync(null, national, at => at.QuerySelector(".readiness") is not null)).QuerySelector(".readiness"));
        Assert.Single((await site.WithinASecondAsync(durango.Slug, "/preparacion", at => at.QuerySelector(".readiness") is not null)).QuerySelectorAll(".readiness"));

        // Once, and only one's own.
        await hub.AsAsync(durango, async scope =>
        {
            var ids = await scope.GetRequiredService<HubDbContext>().ReadinessAssessments.Where(one => one.PublishedOn != null).Select(one => one.Id).ToListAsync();
            Assert.Equal(ReadinessRefusals.PublishedAlready, (await scope.GetRequiredService<PublishReadiness>().ExecuteAsync(Assert.Single(ids), default)).Refusal);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{Result}?id={Guid.CreateVersion7()}", Browser.FieldsOf((await admin.OpenAsync(Form)).Page.QuerySelector("main form")!))).Status);
    }

    private static Dictionary<string, string> All(int points) =>
        Questionnaire.Questions.ToDictionary(question => $"Answers[{question.Code}]", _ => $"{points}");
}
