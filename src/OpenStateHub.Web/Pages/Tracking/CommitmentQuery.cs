using Microsoft.AspNetCore.Http.Extensions;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>What the address of the list of commitments asks for; the page and its download read the same names.</summary>
public sealed record CommitmentQuery(
    string? Q, string? Plan, string? Eje, string? Estado, string? Retraso, string? Ods, string? Dependencia, string? Orden)
{
    private const int LongestSearch = 100;

    public string? Search { get; } = Kept(Q) is { Length: > LongestSearch } text ? text[..LongestSearch] : Kept(Q);

    /// <summary>How many filters are set; the order is none.</summary>
    public int Active => Pairs.Count(pair => pair.Key != "orden");

    public CommitmentOrder Order => Enum.TryParse<CommitmentOrder>(Orden, out var order) ? order : CommitmentOrder.Plan;

    /// <summary>The same list elsewhere: <c>?plan=…</c>, or nothing.</summary>
    public string QueryString => new QueryBuilder(Pairs).ToString();

    private IEnumerable<KeyValuePair<string, string>> Pairs =>
        from pair in new (string Name, string? Value)[]
        {
            ("q", Search), ("plan", Kept(Plan)), ("eje", Kept(Eje)), ("estado", Kept(Estado)), ("retraso", Kept(Retraso)),
            ("ods", Kept(Ods)), ("dependencia", Kept(Dependencia)), ("orden", Kept(Orden)),
        }
        where pair.Value is not null
        select KeyValuePair.Create(pair.Name, pair.Value!);

    /// <summary>Null where a value is none of the list's: there is no such list, and none is kept for it.</summary>
    public ReadCommitments.Filter? ToFilter()
    {
        var isKnown = (Kept(Estado) is null || IsName<ActivityStatus>(Estado!))
            && (Kept(Orden) is null || IsName<CommitmentOrder>(Orden!))
            && Kept(Retraso) is null or "1"
            && (Kept(Ods) is null || Codes.IsSdg(Ods!));
        return !isKnown ? null : new ReadCommitments.Filter
        {
            Search = Search,
            Plan = Kept(Plan),
            Axis = Kept(Eje),
            Status = Kept(Estado) is { } state ? Enum.Parse<ActivityStatus>(state) : null,
            Late = Kept(Retraso) is null ? null : true,
            Sdg = Kept(Ods),
            Body = Kept(Dependencia),
        };
    }

    /// <summary>Whether the place offers what is asked for.</summary>
    public bool IsOffered(FilterChoices choices) =>
        (Kept(Plan) is null || choices.Plans.Any(plan => plan.Slug == Plan))
        && (Kept(Eje) is null || choices.Axes.Contains(Eje))
        && (Kept(Ods) is null || choices.Sdgs.Any(goal => goal.Code == Ods))
        && (Kept(Dependencia) is null || choices.Bodies.Contains(Dependencia));

    private static bool IsName<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text);

    /// <summary>A form sends the fields that nobody filled in, too.</summary>
    private static string? Kept(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
