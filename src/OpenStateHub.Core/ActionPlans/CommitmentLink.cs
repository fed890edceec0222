using System.Text.RegularExpressions;

namespace OpenStateHub.Core.ActionPlans;

public enum LinkKind
{
    Law,
    BudgetLine,
    Dataset,

    /// <summary>A contracting process of the Open Contracting Data Standard, named by its <c>ocid</c>.</summary>
    Ocds,

    /// <summary>Another commitment that this one helps, such as one of the national agenda.</summary>
    ContributesTo,
}

/// <summary>A typed link from a commitment to what it rests on.</summary>
public sealed partial class CommitmentLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CommitmentId { get; private set; }
    public required LinkKind Kind { get; init; }

    /// <summary>
    /// A web address; for <see cref="LinkKind.Ocds"/> the ocid; for <see cref="LinkKind.BudgetLine"/> also the line's key;
    /// for <see cref="LinkKind.ContributesTo"/> also <c>place/commitment</c>, both slugs of this hub.
    /// </summary>
    public required string Target { get; init; }

    public string? Label { get; init; }

    public bool IsWebAddress =>
        Uri.TryCreate(Target, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    public Refusal? Check()
    {
        var fits = Kind switch
        {
            LinkKind.Ocds => Ocid().IsMatch(Target),
            LinkKind.BudgetLine => IsWebAddress || BudgetKey().IsMatch(Target),
            LinkKind.ContributesTo => IsWebAddress || PlaceAndCommitment().IsMatch(Target),
            _ => IsWebAddress,
        };
        return fits ? null
            : (Kind is LinkKind.Ocds ? CommitmentRefusals.OcidMalformed : CommitmentRefusals.LinkMalformed) with { Detail = Target };
    }

    // "ocds-", the six characters of the publisher's registered prefix, and the publisher's own number of the process.
    [GeneratedRegex("^ocds-[a-z0-9]{6}-[^\\s]+$")]
    private static partial Regex Ocid();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 ./_-]*$")]
    private static partial Regex BudgetKey();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlaceAndCommitment();
}
