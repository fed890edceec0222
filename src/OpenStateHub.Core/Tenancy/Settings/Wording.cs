using System.Net.Mail;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>What a place calls its secretariat and its tables, and where it is reached. Null: the usual word, or nothing said.</summary>
public sealed class Wording
{
    public const int MaxOfficeLength = 200;
    public const int MaxEmailLength = 254;
    public const int MaxPhoneLength = 60;
    public const int MaxAddressLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Term? Secretariat { get; private set; }
    public Term? WorkingTable { get; private set; }
    public Term? WorkingTables { get; private set; }
    public string? ContactOffice { get; private set; }
    public string? ContactEmail { get; private set; }
    public string? ContactPhone { get; private set; }
    public string? ContactAddress { get; private set; }
    public int Revision { get; private set; }

    /// <summary>As it is typed; empty where nothing is said.</summary>
    public sealed record Input
    {
        /// <summary>With its article, like the two below: <c>el Secretariado Técnico Local</c>.</summary>
        public string? Secretariat { get; init; }

        public string? WorkingTable { get; init; }
        public string? WorkingTables { get; init; }
        public string? ContactOffice { get; init; }
        public string? ContactEmail { get; init; }
        public string? ContactPhone { get; init; }
        public string? ContactAddress { get; init; }
    }

    public Refusal? Change(Input input)
    {
        if (Check(input) is { } refusal)
        {
            return refusal;
        }

        (Secretariat, WorkingTable, WorkingTables) = (Term.From(input.Secretariat), Term.From(input.WorkingTable), Term.From(input.WorkingTables));
        (ContactOffice, ContactEmail) = (Said(input.ContactOffice), Said(input.ContactEmail));
        (ContactPhone, ContactAddress) = (Said(input.ContactPhone), Said(input.ContactAddress));
        Revision++;
        return null;
    }

    private static Refusal? Check(Input input)
    {
        (string Field, string? Text, int Longest)[] texts =
        [
            ("secretariat", input.Secretariat, Term.MaxLength), ("workingTable", input.WorkingTable, Term.MaxLength), ("workingTables", input.WorkingTables, Term.MaxLength),
            ("contactOffice", input.ContactOffice, MaxOfficeLength), ("contactEmail", input.ContactEmail, MaxEmailLength),
            ("contactPhone", input.ContactPhone, MaxPhoneLength), ("contactAddress", input.ContactAddress, MaxAddressLength),
        ];

        foreach (var (field, text, longest) in texts)
        {
            if (Said(text)?.Length > longest)
            {
                return SettingsRefusals.TooLong(field, longest);
            }
        }

        foreach (var (field, text, _) in texts[..3])
        {
            if (Said(text) is not null && Term.From(text) is null)
            {
                return SettingsRefusals.TermWithoutArticle(field);
            }
        }

        if (Said(input.WorkingTable) is null != Said(input.WorkingTables) is null)
        {
            return SettingsRefusals.TermWithoutItsPair(Said(input.WorkingTable) is null ? "workingTable" : "workingTables");
        }

        return Said(input.ContactEmail) is { } email && !(MailAddress.TryCreate(email, out var address) && address.Address == email)
            ? SettingsRefusals.EmailMalformed
            : null;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
