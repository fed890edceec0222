using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Records a name or a legal citation of the tenant with the days for which it holds.</summary>
public sealed class RecordDatedName(HubDbContext db, PublicChange change)
{
    public async Task<Refusal?> ExecuteAsync(DatedName name, CancellationToken ct)
    {
        if (name.UntilOn < name.FromOn)
        {
            return TenantRefusals.NameEndsBeforeItBegins;
        }

        db.DatedNames.Add(name);
        await change.ExecuteAsync(new PublicAct(TenancyActs.NameRecorded, new Subject(DatedNameContents.NameKind, name.Id), name.FromOn), ct);
        return null;
    }
}
