using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>
/// The next number of a year, such as <c>2026/003</c>, in the caller's transaction: whoever asks next waits until it is saved, so that numbers
/// have no gaps and nobody gets the same one.
/// </summary>
public sealed class NumberAgreement(HubDbContext db)
{
    public async Task<AgreementNumber> ExecuteAsync(DateOnly on, CancellationToken ct)
    {
        var counters = await db.AgreementCounters
            .FromSql(
                $"""
                 insert into agreement_counters (year, last) values ({on.Year}, 1)
                 on conflict (tenant_id, year) do update set last = agreement_counters.last + 1
                 returning *
                 """)
            .AsNoTracking()
            .ToListAsync(ct);
        return AgreementNumber.From(string.Create(CultureInfo.InvariantCulture, $"{on.Year}/{counters.Single().Last:000}"))!.Value;
    }
}
