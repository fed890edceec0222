using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Web.Pages.Observatory;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The filters of the list of agreements, as its address says them.</summary>
public sealed record AgreementsAsked(AgreementState? State, bool IsOverdue, string? Responsible, int Page)
{
    public const string StateName = "estado", OverdueName = "vencidos", ResponsibleName = "responsable";

    public int Active => (State is null ? 0 : 1) + (IsOverdue ? 1 : 0) + (Responsible is null ? 0 : 1);

    public ListAgreements.Filter Filter => new(State, IsOverdue, Responsible);

    /// <returns>Null where a value is spelt in no way that the list offers: each spelling would be kept as a page of its own.</returns>
    public static AgreementsAsked? From(IQueryCollection query)
    {
        var overdue = query[OverdueName].ToString();
        var responsible = query[ResponsibleName].ToString();
        return Asked.Choice<AgreementState>(query[StateName], out var state) && overdue is "" or "1" && Asked.PageNumber(query[Shared.Pager.QueryName], out var page)
            ? new AgreementsAsked(state, overdue == "1", responsible.Length == 0 ? null : responsible, page)
            : null;
    }

    public bool IsOffered(ListAgreements.Result found) => Responsible is null || found.Responsibles.Contains(Responsible);
}
