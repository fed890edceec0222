using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The place's own notice of privacy, as its form has it.</summary>
public sealed class NoticeForm
{
    public string? Responsible { get; set; }
    public string? Address { get; set; }
    public string? LegalBasis { get; set; }
    public string? ShortText { get; set; }
    public string? Purposes { get; set; }
    public string? Transfers { get; set; }
    public string? ArcoOffice { get; set; }
    public string? ArcoEmail { get; set; }
    public string? ArcoPhone { get; set; }

    public static NoticeForm Of(PlaceNotice notice) => new()
    {
        Responsible = notice.Responsible,
        Address = notice.Address,
        LegalBasis = notice.LegalBasis,
        ShortText = notice.ShortText,
        Purposes = notice.Purposes,
        Transfers = notice.Transfers,
        ArcoOffice = notice.ArcoOffice,
        ArcoEmail = notice.ArcoEmail,
        ArcoPhone = notice.ArcoPhone,
    };

    /// <summary>What the template proposes, with what the place has said of itself elsewhere.</summary>
    public static NoticeForm Proposed(Wording said, IStringLocalizer<NoticeWords> words) => new()
    {
        Responsible = said.ContactOffice,
        Address = said.ContactAddress,
        ShortText = words["Default_Short"],
        Purposes = words["Default_Purposes"],
        Transfers = words["Default_Transfers"],
        ArcoOffice = words["Default_ArcoOffice"],
        ArcoEmail = said.ContactEmail,
        ArcoPhone = said.ContactPhone,
    };

    public PlaceNotice.Input Input => new()
    {
        Responsible = Responsible,
        Address = Address,
        LegalBasis = LegalBasis,
        ShortText = ShortText,
        Purposes = Purposes,
        Transfers = Transfers,
        ArcoOffice = ArcoOffice,
        ArcoEmail = ArcoEmail,
        ArcoPhone = ArcoPhone,
    };
}
