using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>
/// Takes away the files of places that are no tenants: what a killed import brought before its rows, and what an erasure did not get to. In the
/// national scope. Running it twice does no more than once.
/// </summary>
public sealed class SweepLeftFolders(HubDbContext db, FileRoot root, FileLock only)
{
    /// <returns>How many folders went; null while an import, an erasure or a backup needs them.</returns>
    public async Task<int?> ExecuteAsync(CancellationToken ct)
    {
        if (root.Path.Length == 0 || !Directory.Exists(root.Path))
        {
            return 0;
        }

        var swept = 0;

        foreach (var folder in Directory.GetDirectories(root.Path))
        {
            if (!Guid.TryParseExact(Path.GetFileName(folder), "D", out var id))
            {
                continue;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(ct);

            if (!await MayAsync(ct))
            {
                return null;
            }

            // Locked: a listed place is not activated, and sent its first file, while this looks.
            var place = (await db.Tenants.FromSql($"select * from tenants where id = {id} for update").AsNoTracking().ToListAsync(ct)).SingleOrDefault();

            if (place is null or { Status: TenantStatus.Listed })
            {
                Directory.Delete(folder, recursive: true);
                swept++;
            }

            await transaction.CommitAsync(ct);
        }

        return swept;
    }

    private async Task<bool> MayAsync(CancellationToken ct) => await only.MayTidyAsync(ct) && await only.MayRemoveAsync(ct);
}
