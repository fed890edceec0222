using System.Net.Mail;

namespace OpenStateHub.Core.Privacy;

/// <summary>A version of the notice of privacy that a place adopted as its own. It is never changed: people accepted it.</summary>
public sealed class PlaceNotice
{
    public const int MaxResponsible = 200;
    public const int MaxAddress = 300;
    public const int MaxLegalBasis = 500;
    public const int MaxShortText = 600;
    public const int MaxPurposes = 4000;
    public const int MaxTransfers = 2000;
    public const int MaxEmail = 254;
    public const int MaxPhone = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Counted from 1 at each place.</summary>
    public int Version { get; private init; }

    /// <summary>The version of the template whose words stand around the place's own.</summary>
    public int Template { get; private init; }

    public DateOnly AdoptedOn { get; private init; }

    /// <summary>The body that answers for the data.</summary>
    public string Responsible { get; private init; } = null!;

    public string Address { get; private init; } = null!;
    public string? LegalBasis { get; private init; }

    /// <summary>What stands beside each form; the whole notice is a link away.</summary>
    public string ShortText { get; private init; } = null!;

    public string Purposes { get; private init; } = null!;
    public string Transfers { get; private init; } = null!;

    /// <summary>Where people ask for access, rectification, cancellation and opposition.</summary>
    public string ArcoOffice { get; private init; } = null!;

    public string ArcoEmail { get; private init; } = null!;
    public string? ArcoPhone { get; private init; }

    /// <summary>As it is typed.</summary>
    public sealed record Input
    {
        public string? Responsible { get; init; }
        public string? Address { get; init; }
        public string? LegalBasis { get; init; }
        public string? ShortText { get; init; }
        public string? Purposes { get; init; }
        public string? Transfers { get; init; }
        public string? ArcoOffice { get; init; }
        public string? ArcoEmail { get; init; }
        public string? ArcoPhone { get; init; }
    }

    /// <returns>The notice, or everything that keeps it from being one.</returns>
    public static (PlaceNotice? Notice, IReadOnlyList<Refusal> Refusals) From(Input input, int version, DateOnly today)
    {
        var refusals = Check(input).ToList();

        return refusals.Count > 0 ? (null, refusals) : (new PlaceNotice
        {
            Version = version,
            Template = PrivacyNotice.Version,
            AdoptedOn = today,
            Responsible = Said(input.Responsible)!,
            Address = Said(input.Address)!,
            LegalBasis = Said(input.LegalBasis),
            ShortText = Said(input.ShortText)!,
            Purposes = Said(input.Purposes)!,
            Transfers = Said(input.Transfers)!,
            ArcoOffice = Said(input.ArcoOffice)!,
            ArcoEmail = Said(input.ArcoEmail)!,
            ArcoPhone = Said(input.ArcoPhone),
        }, []);
    }

    /// <summary>Whether it says the very same.</summary>
    public bool Says(Input input) =>
        (Responsible, Address, LegalBasis, ShortText, Purposes) ==
            (Said(input.Responsible), Said(input.Address), Said(input.LegalBasis), Said(input.ShortText), Said(input.Purposes))
        && (Transfers, ArcoOffice, ArcoEmail, ArcoPhone) == (Said(input.Transfers), Said(input.ArcoOffice), Said(input.ArcoEmail), Said(input.ArcoPhone));

    private static IEnumerable<Refusal> Check(Input input)
    {
        (string Field, string? Text, int Longest, bool IsRequired)[] texts =
        [
            ("responsible", input.Responsible, MaxResponsible, true), ("address", input.Address, MaxAddress, true),
            ("legalBasis", input.LegalBasis, MaxLegalBasis, false), ("shortText", input.ShortText, MaxShortText, true),
            ("purposes", input.Purposes, MaxPurposes, true), ("transfers", input.Transfers, MaxTransfers, true),
            ("arcoOffice", input.ArcoOffice, MaxResponsible, true), ("arcoEmail", input.ArcoEmail, MaxEmail, true),
            ("arcoPhone", input.ArcoPhone, MaxPhone, false),
        ];

        foreach (var (field, text, longest, isRequired) in texts)
        {
            if (isRequired && Said(text) is null)
            {
                yield return PrivacyRefusals.Missing(field);
            }
            else if (Said(text)?.Length > longest)
            {
                yield return PrivacyRefusals.TooLong(field, longest);
            }
        }

        if (Said(input.ArcoEmail) is { } email && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
        {
            yield return PrivacyRefusals.EmailMalformed;
        }
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
