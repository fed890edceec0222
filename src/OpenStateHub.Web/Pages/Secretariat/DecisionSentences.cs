using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>Says in one sentence why a decision came out as it did, on pages and in the API; and when, in the place's own time.</summary>
public sealed class DecisionSentences(TenantContext tenant, IStringLocalizer<DecisionWords> words, IStringLocalizer<RefusalWords> refusals)
{
    public string Why(DecisionRow row)
    {
        var (decision, why) = (row.Decision, row.Explanation);
        return why.Kind switch
        {
            ExplanationKind.Open when decision.NotApplied is { } held => words["Why_Held", Cause(held)],
            ExplanationKind.Open => decision.ClosesAt is { } until ? words["Why_OpenUntil", When(until)] : words["Why_Open"],
            ExplanationKind.CommonAccord => words["Why_CommonAccord"],
            ExplanationKind.TwoOfThree => words["Why_TwoOfThree", Named(why.Sectors)],
            ExplanationKind.NoQuorum => Capital(words[$"Why_NoQuorum{(decision.IsInWriting ? "Written" : "")}_{Number(why.Sectors)}", Named(why.Sectors)]),
            ExplanationKind.NotApplied => words["Why_NotApplied", Cause(decision.NotApplied!)],
            _ => Capital($"{Joined([.. Stood(why.Sectors)])}; {words[$"Why_Needs_{decision.Rule}"]}"),
        };
    }

    /// <summary>The moment in the place's own time, written out.</summary>
    public string When(DateTimeOffset moment)
    {
        var local = tenant.Current.LocalTime(moment);
        return words["When", Dates.Words(DateOnly.FromDateTime(local)), local.ToString("HH:mm", CultureInfo.InvariantCulture)];
    }

    private string Cause(string refusal) => refusals[$"Refusal_{refusal}", ""];

    private IEnumerable<string> Stood(IReadOnlyList<SectorTally> sectors) => sectors
        .GroupBy(sector => sector.Stance)
        .OrderBy(group => group.Key)
        .Select(group => words[$"Why_{group.Key}_{Number([.. group])}", Named([.. group])].Value);

    private string Named(IReadOnlyList<SectorTally> sectors) => Joined([.. sectors.Select(sector => words[$"The_{sector.Sector}"].Value)]);

    private string Joined(IReadOnlyList<string> parts) => parts switch
    {
        [] => "",
        [var only] => only,
        _ => words["Joined", string.Join(", ", parts.SkipLast(1)), parts[^1]],
    };

    private static string Number(IReadOnlyList<SectorTally> sectors) => sectors.Count == 1 ? "One" : "Many";

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentUICulture) + sentence[1..];
}
