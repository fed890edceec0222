namespace OpenStateHub.Core.Ledger;

/// <summary>The office on whose behalf this scope acts: entered by whoever lets somebody in. Never a citizen, and never a person's name.</summary>
public sealed class ActingOffice
{
    /// <param name="Office">The public body or organisation.</param>
    /// <param name="Sector">The name of its sector of the secretariat; null for the hub itself and for bodies outside it.</param>
    public sealed record Named(string Office, string? Sector = null)
    {
        /// <summary>One line in normal form C: a line end in a name would pass for another field in the hash.</summary>
        public string Office { get; } = string.Concat(Office.Trim().Normalize().Select(c => char.IsControl(c) ? ' ' : c));
    }

    /// <summary>Null: nobody said who acts.</summary>
    public Named? CurrentOrNull { get; private set; }

    public void Enter(Named office)
    {
        if (CurrentOrNull is not null)
        {
            throw new InvalidOperationException("A scope acts for one office, and this one already has it.");
        }

        CurrentOrNull = office;
    }
}
