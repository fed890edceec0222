using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Comments;

/// <summary>What people said and asked, and nobody dealt with yet.</summary>
public sealed class CommentMatters(ListCommentWork list, CurrentPerson me, TenantContext tenant, TimeProvider clock, IStringLocalizer<CommentWords> words) : IMatters
{
    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct) => await me.MayAsync(Right.Moderate, ct)
        ? [.. await OfAsync(ListCommentWork.Need.Moderation, ct), .. await OfAsync(ListCommentWork.Need.Answer, ct)]
        : [];

    private async Task<IEnumerable<Waiting>> OfAsync(ListCommentWork.Need need, CancellationToken ct)
    {
        var (count, first) = await list.CountAsync(need, ct);

        if (count == 0 || first is not { } due)
        {
            return [];
        }

        var isLate = due < tenant.Current.Today(clock);
        return
        [
            new Waiting(
                isLate ? "late" : "going", isLate ? "exclamation-triangle-fill" : "hourglass-split",
                count == 1 ? words[$"Matter_{need}_One"] : words[$"Matter_{need}_Many", count],
                isLate ? words["Matter_Late", Dates.Words(due)] : words["Matter_Due", Dates.Words(due)],
                $"{IndexModel.Address}?falta={need}"),
        ];
    }
}
