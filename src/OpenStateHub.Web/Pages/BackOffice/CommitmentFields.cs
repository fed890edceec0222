namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>Where on the form each refusal of a commitment stands.</summary>
internal static class CommitmentFields
{
    private static readonly string[] AsTheyAre =
    [
        "title", "axisId", "problem", "shortTitle", "description", "contribution", "expectedResult", "assumptions", "indicator", "unit", "baseline",
        "target", "contact", "startsOn", "endsOn", "number", "uniqueId", "tableOfOrigin", "continuationOf", "developmentPlanAxis", "gender", "budget",
        "legalBasis", "sdgs", "policyAreas",
    ];

    public static readonly IReadOnlyDictionary<string, string> Of = new Dictionary<string, string>(
        AsTheyAre.Select(field => KeyValuePair.Create(field, $"Form.{char.ToUpperInvariant(field[0])}{field[1..]}")))
    {
        ["slug"] = $"Form.{nameof(CommitmentForm.Title)}",
        ["actors"] = $"Form.{nameof(CommitmentForm.Lead)}",
        ["values"] = $"Form.{nameof(CommitmentForm.Reason)}",
        ["links"] = $"Form.{nameof(CommitmentForm.Links)}[0].Target",
    };
}
