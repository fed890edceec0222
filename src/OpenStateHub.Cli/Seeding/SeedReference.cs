using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;

namespace OpenStateHub.Cli.Seeding;

/// <summary>Loads <c>seeds/reference</c>: what every hub knows before its first tenant. One step a file, each safe to repeat.</summary>
internal static class SeedReference
{
    private static readonly IReadOnlyList<Step> Steps =
    [
        new("states.json", StatesAsync),
        new("policy-areas.json, sdgs.json", VocabularyAsync),
        new("duties.json", DutiesAsync),
        new("programmes.json", ProgrammesAsync),
        new("published-figures.json", PublishedFiguresAsync),
    ];

    /// <param name="national">The national scope.</param>
    public static async Task RunAsync(IServiceProvider national, CancellationToken ct)
    {
        foreach (var step in Steps)
        {
            Console.WriteLine($"{step.File}: {await step.LoadAsync(national, ct)}");
        }
    }

    private static async Task<string> StatesAsync(IServiceProvider national, CancellationToken ct)
    {
        var reference = await PlaceReference.ReadAsync(SeedFiles.Reference, ct);
        var states = await national.GetRequiredService<ImportStates>().ExecuteAsync(reference, ct);
        return $"{states.Added} states added, {states.Changed} changed, {states.Unchanged} as before.";
    }

    private static async Task<string> VocabularyAsync(IServiceProvider national, CancellationToken ct)
    {
        var areas = await ReadAsync<Vocabulary>("policy-areas.json", ct);
        var goals = await ReadAsync<Vocabulary>("sdgs.json", ct);
        await national.GetRequiredService<RecordVocabulary>().ExecuteAsync(
            [.. areas.Items.Select(i => new PolicyArea { Code = i.Code, TitleEs = i.Es, TitleEn = i.En })],
            [.. goals.Items.Select(i => new DevelopmentGoal { Code = i.Code, TitleEs = i.Es, TitleEn = i.En })],
            ct);
        return $"{areas.Items.Count} policy areas, {goals.Items.Count} goals and targets.";
    }

    private static async Task<string> DutiesAsync(IServiceProvider national, CancellationToken ct)
    {
        var file = await ReadAsync<DutiesFile>("duties.json", ct);
        await national.GetRequiredService<RecordDutyDefaults>().ExecuteAsync(
            [.. from duty in file.Duties
                from kind in duty.Kinds
                select new DutyDefault
                {
                    Kind = kind,
                    Code = duty.Code,
                    Times = duty.Times,
                    Months = duty.Months,
                    EffectiveFrom = duty.EffectiveFrom,
                    SourceEs = duty.Source.Es,
                    SourceEn = duty.Source.En,
                }],
            ct);
        return $"{file.Duties.Count} duties.";
    }

    private static async Task<string> ProgrammesAsync(IServiceProvider national, CancellationToken ct)
    {
        var sources = await Sources.ReadAsync(ct);
        var file = await ReadAsync<ProgrammesFile>("programmes.json", ct);
        var places = await national.GetRequiredService<HubDbContext>().Tenants
            .Select(t => new { t.Id, t.Slug, t.InegiCode })
            .ToListAsync(ct);
        var members = file.Memberships
            .Select(m => (Membership: m, Place: places.SingleOrDefault(p => m.InegiCode is null ? p.Slug == m.Slug : p.InegiCode == m.InegiCode)))
            .ToList();
        await national.GetRequiredService<RecordProgrammes>().ExecuteAsync(
            [.. file.Programmes.Select(p => new Programme { Code = p.Code, TitleEs = p.Es, TitleEn = p.En, IsLocalExercise = p.LocalExercise })],
            [.. from m in members
                where m.Place is not null
                select new RecordProgrammes.Member(
                    m.Membership.Programme,
                    m.Place.Id,
                    m.Membership.On ?? m.Membership.KnownBy!.Value,
                    m.Membership.On is null,
                    m.Membership.Until,
                    sources.Of(m.Membership.Source)!)],
            ct);
        var unknown = members.Count(m => m.Place is null);
        return $"{file.Programmes.Count} programmes, {members.Count - unknown} memberships"
            + (unknown == 0 ? "." : $"; {unknown} of municipalities that are not in the catalogue yet: repeat after 'hub tenants import'.");
    }

    private static async Task<string> PublishedFiguresAsync(IServiceProvider national, CancellationToken ct)
    {
        var sources = await Sources.ReadAsync(ct);
        var file = await ReadAsync<FiguresFile>("published-figures.json", ct);
        await national.GetRequiredService<RecordPublishedFigures>().ExecuteAsync(
            [.. file.Figures.Select(f => new PublishedFigure
            {
                Code = f.Code,
                AsOf = f.AsOf,
                Value = f.Value,
                Source = sources.Of(f.Source)!,
                NoteEs = f.Note?.Es,
                NoteEn = f.Note?.En,
            })],
            [.. file.Disagreements.Select((d, at) => new SourceDisagreement { Position = at + 1, SentenceEs = d.Sentence.Es, SentenceEn = d.Sentence.En })],
            ct);
        return $"{file.Figures.Count} published figures, {file.Disagreements.Count} disagreements between sources.";
    }

    private static Task<T> ReadAsync<T>(string file, CancellationToken ct) => SeedFiles.ReadAsync<T>(Path.Combine(SeedFiles.Reference, file), ct);

    /// <param name="LoadAsync">Works in the national scope and says in one sentence what it did.</param>
    private sealed record Step(string File, Func<IServiceProvider, CancellationToken, Task<string>> LoadAsync);

    private sealed record Vocabulary(IReadOnlyList<Word> Items);

    private sealed record Word(string Code, string Es, string En);

    private sealed record Both(string Es, string En);

    private sealed record ProgrammesFile(IReadOnlyList<ProgrammePart> Programmes, IReadOnlyList<Membership> Memberships);

    private sealed record ProgrammePart(string Code, string Es, string En, bool LocalExercise);

    private sealed record Membership(string Programme, string? Slug, string? InegiCode, DateOnly? On, DateOnly? KnownBy, DateOnly? Until, string Source);

    private sealed record DutiesFile(IReadOnlyList<DutyPart> Duties);

    private sealed record DutyPart(DutyCode Code, IReadOnlyList<TenantKind> Kinds, int Times, int Months, DateOnly EffectiveFrom, Both Source);

    private sealed record FiguresFile(IReadOnlyList<FigurePart> Figures, IReadOnlyList<Disagreement> Disagreements);

    private sealed record Disagreement(Both Sentence);

    private sealed record FigurePart(string Code, DateOnly AsOf, decimal Value, string Source, Both? Note);
}
