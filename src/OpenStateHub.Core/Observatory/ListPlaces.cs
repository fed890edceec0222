using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>The places of the catalogue with what they publish: the national list, map and API.</summary>
public sealed class ListPlaces(HubDbContext db)
{
    /// <param name="On">The day whose stage is shown.</param>
    /// <param name="Search">Part of a name, with or without its accents, or an INEGI code.</param>
    /// <param name="Parent">The slug of a state: its municipalities and bodies.</param>
    /// <param name="Inactive">Only places that did nothing in public for six months, or only the others; null for both.</param>
    /// <param name="LongestFirst">Whoever has been at its stage for the longest stands first, and whoever has no stage yet, last.</param>
    public sealed record Filter(
        DateOnly On,
        TenantKind? Kind = null,
        Stage? Stage = null,
        TenantStatus? Status = null,
        string? Search = null,
        string? Parent = null,
        bool? Inactive = null,
        bool LongestFirst = false);

    public sealed record Result(IReadOnlyList<PlaceSummary> Rows, int Total);

    /// <param name="skip">How many rows to leave out, 0 or more.</param>
    /// <param name="take">How many rows at the most; null for all.</param>
    public async Task<Result> ExecuteAsync(Filter filter, int skip, int? take, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var rows = Rows(filter);
        var total = await rows.CountAsync(ct);
        var ordered = filter.LongestFirst
            ? rows.OrderBy(row => row.StageSince).ThenBy(row => row.Slug)
            : rows.OrderBy(row => EF.Functions.Collate(row.Name, "es-x-icu")).ThenBy(row => row.Slug);
        var page = ordered.Skip(skip);
        return new Result(await (take is { } most ? page.Take(most) : page).ToListAsync(ct), total);
    }

    public async Task<IReadOnlyList<StateName>> StatesAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return await db.Tenants
            .Where(t => t.Kind == TenantKind.State)
            .OrderBy(t => EF.Functions.Collate(t.Name, "es-x-icu"))
            .Select(t => new StateName(t.Slug, t.Name))
            .ToListAsync(ct);
    }

    /// <summary>Every state by itself and the other places counted, by the stage that each had reached on a day: what the map shows.</summary>
    public Task<List<PlacesAtStage>> ByStageAsync(Filter filter, CancellationToken ct) => Grouped(filter).ToListAsync(ct);

    /// <summary>The same, and in the same command who was invited or is on the way, has no plan under way, and has stood still for the longest.</summary>
    public async Task<(IReadOnlyList<PlacesAtStage> Places, IReadOnlyList<PlacesAtStage> Stuck)> StandingAsync(DateOnly day, int most, CancellationToken ct)
    {
        var filter = new Filter(day);
        var stuck = Rows(filter)
            .Where(row => row.Stage != Stage.Listed && row.Stage != Stage.Implementing && row.Stage != Stage.Evaluated && row.StageSince != null)
            .OrderBy(row => row.StageSince)
            .ThenBy(row => row.Slug)
            .Take(most)
            .Select(row => new PlacesAtStage
            {
                Kind = row.Kind,
                Stage = row.Stage,
                IsMember = row.IsMember,
                IsInactive = row.IsInactive,
                State = row.Slug,
                Name = row.Name,
                InegiCode = row.InegiCode,
                Since = row.StageSince,
                Count = 1,
                Demonstrations = 0,
            });
        var found = await Grouped(filter).Concat(stuck).ToListAsync(ct);
        return ([.. found.Where(p => p.Since is null)], [.. found.Where(p => p.Since is not null).OrderBy(p => p.Since).ThenBy(p => p.State)]);
    }

    private IQueryable<PlacesAtStage> Grouped(Filter filter) =>
        Rows(filter)
            .GroupBy(row => new
            {
                row.Kind,
                row.Stage,
                row.IsMember,
                row.IsInactive,
                State = row.Kind == TenantKind.State ? row.Slug : null,
                Name = row.Kind == TenantKind.State ? row.Name : null,
                InegiCode = row.Kind == TenantKind.State ? row.InegiCode : null,
            })
            .Select(group => new PlacesAtStage
            {
                Kind = group.Key.Kind,
                Stage = group.Key.Stage,
                IsMember = group.Key.IsMember,
                IsInactive = group.Key.IsInactive,
                State = group.Key.State,
                Name = group.Key.Name,
                InegiCode = group.Key.InegiCode,
                Since = null,
                Count = group.Count(),
                Demonstrations = group.Count(row => row.Demonstration && row.PlanStartsOn <= filter.On),
            });

    private IQueryable<PlaceSummary> Rows(Filter filter)
    {
        var places = db.Tenants.Where(t => t.Kind != TenantKind.National);

        if (filter.Kind is { } kind)
        {
            places = places.Where(t => t.Kind == kind);
        }

        if (filter.Status is { } status)
        {
            places = places.Where(t => t.Status == status);
        }

        if (filter.Parent is { } parent)
        {
            places = places.Where(t => db.Tenants.Any(p => p.Id == t.ParentId && p.Slug == parent));
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var search = filter.Search.Trim();
            var pattern = $"%{Escape(search)}%";
            places = places.Where(t =>
                EF.Functions.ILike(EF.Functions.Unaccent(t.Name), EF.Functions.Unaccent(pattern), "\\") || t.InegiCode == search);
        }

        var day = filter.On;
        var halfAYearAgo = Stages.HalfAYearBefore(day);
        var rows =
            from place in places
            join above in db.Tenants on place.ParentId equals above.Id into parents
            from above in parents.DefaultIfEmpty()
            join found in db.PublishedTenants on place.Id equals found.TenantId into publishes
            from found in publishes.DefaultIfEmpty()
            let since = found.EvaluatedOn <= day ? found.EvaluatedOn
                : found.ImplementingOn <= day ? found.ImplementingOn
                : found.PlanPublishedOn <= day ? found.PlanPublishedOn
                : found.CoCreatingOn <= day ? found.CoCreatingOn
                : found.InstalledOn <= day ? found.InstalledOn
                : found.DeclaredOn <= day ? found.DeclaredOn
                : found.OnboardingOn <= day ? found.OnboardingOn
                : null
            select new PlaceSummary
            {
                Slug = place.Slug,
                Name = place.Name,
                Kind = place.Kind,
                Status = place.Status,
                InegiCode = place.InegiCode,
                Parent = above.Slug,
                ParentName = above.Name,
                Stage = found.EvaluatedOn <= day ? Publishing.Stage.Evaluated
                    : found.ImplementingOn <= day ? Publishing.Stage.Implementing
                    : found.PlanPublishedOn <= day ? Publishing.Stage.PlanPublished
                    : found.CoCreatingOn <= day ? Publishing.Stage.CoCreating
                    : found.InstalledOn <= day ? Publishing.Stage.SecretariatInstalled
                    : found.DeclaredOn <= day ? Publishing.Stage.Declared
                    : found.OnboardingOn <= day ? Publishing.Stage.Onboarding
                    : place.Status != TenantStatus.Listed && (place.InvitedOn == null || place.InvitedOn <= day) ? Publishing.Stage.Invited
                    : Publishing.Stage.Listed,
                StageSince = since ?? (place.InvitedOn <= day ? place.InvitedOn : null),
                IsInactive = since <= halfAYearAgo && !db.ActDays.Any(act => act.TenantId == place.Id && act.Day > halfAYearAgo && act.Day <= day),
                PlanTitle = found.PlanTitle,
                PlanPublishedOn = found.PlanPublishedOn,
                PlanStartsOn = found.PlanStartsOn,
                Reported = found.Reported,
                Verified = found.Verified,
                LateActivities = (int?)found.LateActivities,
                Demonstration = (bool?)found.Demonstration == true,
                ProgressIsInvented = (bool?)found.ProgressIsInvented == true,
                IsMember = db.ProgrammeMemberships.Any(m => m.TenantId == place.Id && m.FromOn <= day && (m.UntilOn == null || day <= m.UntilOn)),
            };

        rows = filter.Stage is { } stage ? rows.Where(row => row.Stage == stage) : rows;
        return filter.Inactive is { } inactive ? rows.Where(row => row.IsInactive == inactive) : rows;
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>A place as the national list shows it.</summary>
public sealed record PlaceSummary
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TenantKind Kind { get; init; }
    public required TenantStatus Status { get; init; }
    public string? InegiCode { get; init; }
    public string? Parent { get; init; }
    public string? ParentName { get; init; }
    public required Stage Stage { get; init; }

    /// <summary>The day on which it came to its stage; null where it is merely listed, or nobody recorded the day.</summary>
    public DateOnly? StageSince { get; init; }

    /// <summary>It is on the way, and did nothing in public for six months.</summary>
    public bool IsInactive { get; init; }

    public string? PlanTitle { get; init; }

    /// <summary>The day of the first plan; the title is the latest plan's.</summary>
    public DateOnly? PlanPublishedOn { get; init; }

    public DateOnly? PlanStartsOn { get; init; }
    public decimal? Reported { get; init; }
    public decimal? Verified { get; init; }
    public int? LateActivities { get; init; }
    public bool Demonstration { get; init; }

    /// <summary>What was done in the latest plan was invented, be the plan real or not.</summary>
    public bool ProgressIsInvented { get; init; }

    /// <summary>Belonged to a programme on the day.</summary>
    public bool IsMember { get; init; }

    /// <summary>The parts of Mexico City are alcaldías, not municipalities.</summary>
    public bool IsBorough => Kind is TenantKind.Municipality && InegiCode?.StartsWith("09", StringComparison.Ordinal) == true;

    public bool IsServed => Status is TenantStatus.Active or TenantStatus.Suspended or TenantStatus.Archived;
}

public sealed record StateName(string Slug, string Name);

/// <summary>A state, or how many other places of one kind, at a stage.</summary>
public sealed record PlacesAtStage
{
    public required TenantKind Kind { get; init; }
    public required Stage Stage { get; init; }
    public required bool IsMember { get; init; }
    public required bool IsInactive { get; init; }

    /// <summary>The slug of a state, or of a place that stands by itself; null for a count of other places.</summary>
    public string? State { get; init; }

    public string? Name { get; init; }
    public string? InegiCode { get; init; }

    /// <summary>Of a place that stands by itself: the day on which it came to its stage.</summary>
    public DateOnly? Since { get; init; }

    public required int Count { get; init; }

    /// <summary>How many of them have a plan of invented data under way on the day.</summary>
    public required int Demonstrations { get; init; }
}
