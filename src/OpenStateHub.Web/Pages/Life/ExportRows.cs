using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>Archives as a page lists them.</summary>
/// <param name="Address">What the address of each file begins with.</param>
/// <param name="Reader">By whose clocks moments are told.</param>
public sealed record ExportRows(IReadOnlyList<ListExports.Row> Rows, string Address, Tenant Reader)
{
    public bool IsUnderWay => Rows.Any(row => row.Export.State is ArchiveExportState.Waiting or ArchiveExportState.Running);

    public DateTime Local(DateTimeOffset at) => Reader.LocalTime(at);
}
