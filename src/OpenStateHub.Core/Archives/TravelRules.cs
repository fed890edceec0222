namespace OpenStateHub.Core.Archives;

/// <summary>
/// What of a tenant travels in an archive: every table of its own and every published one, as the database's catalogue lists them, but for what
/// stands here with its reason.
/// </summary>
public static class TravelRules
{
    /// <summary>Tables that stay behind.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftBehind = new Dictionary<string, string>
    {
        ["mail_queue"] = "letters are sent from where they were written, once",
        ["mail_attachments"] = "they belong to letters",
        ["invitations"] = "their links are secrets: whoever had not accepted is invited again",
        ["form_drafts"] = "what somebody typed and did not save is seen by nobody else",
        ["authenticators"] = "secrets of people, protected by the keys of the hub they are from: everybody sets up their second factor anew",
        ["recovery_codes"] = "they stand in for a second factor, which stays behind",
        ["user_passkeys"] = "a passkey belongs to the host it was made at",
        ["sign_ins"] = "cookies of the old place open nothing in the new one",
        ["linked_accounts"] = "the other side does not know the new place",
        ["used_passes"] = "passes to the old place open nothing in the new one",
        ["job_runs"] = "the nation's own record of its jobs",
        ["job_failures"] = "the nation's own record of its jobs",
        ["place_invitations"] = "the nation's own record of whom it invited",
        ["place_proposals"] = "the nation's own record of what states proposed",
        ["standing_permissions"] = "the nation's own record of what it allows states",
        ["proposed_places"] = "places of this hub, which another one may not know",
        ["deletion_requests"] = "the nation's own record of its operators",
        ["status_changes"] = "the nation's own record of its operators",
        ["archive_exports"] = "archives of the place that lie on the hub they were made on",
    };

    /// <summary>Columns that stay behind wherever they stand, and what is put in their place on import.</summary>
    public static readonly IReadOnlyDictionary<string, (string Why, string Instead)> Renewed = new Dictionary<string, (string, string)>
    {
        ["password_hash"] = ("nobody can sign in until they set a new password ('hub users reset', or the link on the sign-in page)", "''"),
        ["security_stamp"] = ("sessions and links of the old place open nothing in the new one", Random),
        ["two_factor_enabled"] = ("the second factors stay behind", "false"),
        ["concurrency_stamp"] = ("it is renewed with each change", Random),
        ["token_hash"] = ("links in letters sent before open nothing any more; the next letter brings new ones", Random),
    };

    /// <summary>Computed from the other rows. They travel, so that every figure is there at once, and are computed anew right after.</summary>
    internal static readonly IReadOnlyList<string> Derived = ["published_tenants", "published_commitments", "metric_snapshots"];

    // No password has an empty hash. Of 64 hexadecimal digits, as the checks of such columns demand; nobody knows what it would be the hash of.
    private const string Random = "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')";

    internal static IReadOnlyDictionary<string, string> Reasons => LeftBehind
        .Concat(Renewed.Select(column => KeyValuePair.Create($"*.{column.Key}", column.Value.Why)))
        .ToDictionary(pair => pair.Key, pair => pair.Value);
}
