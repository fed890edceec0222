using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>
/// Keeps the files of a form, not public yet, so that a form that comes back with an error need not be given them again. What its giver says holds
/// personal data is not kept.
/// </summary>
public sealed class ReceiveEvidence(
    StoreFile store, RemoveFile remove, HubDbContext db, IDataProtectionProvider protection, TenantContext tenant, CurrentPerson me,
    IStringLocalizer<FileWords> words, IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ReportWords> say)
{
    private readonly IDataProtector marks = protection.CreateProtector("evidence");

    /// <returns>The files that are here; what is wrong stands in the state of the form.</returns>
    public async Task<IReadOnlyList<ReceivedFile>> ExecuteAsync(EvidenceForm form, string prefix, ModelStateDictionary state, CancellationToken ct)
    {
        List<ReceivedFile> received = [.. form.Received.Select(Read).OfType<ReceivedFile>()];

        if (form.PersonalData is PersonalData.Yes)
        {
            await ForgetAsync(received, ct);

            if (!form.IsEmpty)
            {
                state.AddModelError($"{prefix}.{nameof(form.PersonalData)}", reasons.Of(TrackingRefusals.EvidenceWithPersonalData));
            }

            return [];
        }

        foreach (var file in form.Files)
        {
            if (received.Count >= EvidenceForm.MostFiles)
            {
                state.AddModelError($"{prefix}.{nameof(form.Files)}", say["Files_TooMany", EvidenceForm.MostFiles]);
                break;
            }

            if (await KeepAsync(file, ct) is var (kept, refusal) && kept is null)
            {
                var why = words[$"Refusal_{refusal!.Code}", Numbers.Size(EvidenceForm.MostBytes), Numbers.Size(tenant.Current.MostBytes), EvidenceForm.MostFiles];
                state.AddModelError($"{prefix}.{nameof(form.Files)}", $"{file.FileName}: {why}");
            }
            else
            {
                received.Add(kept);
            }
        }

        if (form.PersonalData is null && (received.Count > 0 || !form.IsEmpty))
        {
            state.AddModelError($"{prefix}.{nameof(form.PersonalData)}", reasons.Of(TrackingRefusals.PersonalDataNotAnswered));
        }

        return received.DistinctBy(file => file.Sha256).ToList();
    }

    private async Task<(ReceivedFile? File, Core.Refusal? Refusal)> KeepAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > EvidenceForm.MostBytes)
        {
            return (null, FileRefusals.TooBig);
        }

        await using var content = file.OpenReadStream();
        var result = await store.ExecuteAsync(content, file.FileName, me.Id, ct);
        return result.Refusal is null
            ? (new ReceivedFile(result.Sha256!, result.Name!, marks.Protect($"{me.Id:N}{result.Sha256}{result.Name}")), null)
            : (null, result.Refusal);
    }

    // Only what nothing else uses goes; it is nobody's to read meanwhile but the back office's.
    private async Task ForgetAsync(IReadOnlyList<ReceivedFile> files, CancellationToken ct)
    {
        var hashes = files.Select(file => file.Sha256).ToList();

        foreach (var id in await db.Files.Where(file => hashes.Contains(file.Sha256) && file.UploadedBy == me.Id).Select(file => file.Id).ToListAsync(ct))
        {
            await remove.ExecuteAsync(id, ct);
        }
    }

    /// <returns>Null where the mark is not this person's, or not ours.</returns>
    private ReceivedFile? Read(string mark)
    {
        const int personLength = 32, hashLength = 64;

        try
        {
            var text = marks.Unprotect(mark);
            return text.StartsWith($"{me.Id:N}", StringComparison.Ordinal)
                ? new ReceivedFile(text[personLength..(personLength + hashLength)], text[(personLength + hashLength)..], mark)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
