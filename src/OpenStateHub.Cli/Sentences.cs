using System.Globalization;
using OpenStateHub.Core;

namespace OpenStateHub.Cli;

/// <summary>What the operator reads for each refusal. A test asks for every refusal of the commands that the command line runs.</summary>
public static class Sentences
{
    private static readonly Dictionary<string, string> ByCode = new()
    {
        ["tenant.unknown"] = "No place has this slug: 'hub tenants list' shows them all.",
        ["tenant.status-does-not-allow"] = "The place's status does not allow it: only Listed places are activated, only Active ones suspended, only Active or Suspended ones archived (never the national one), only Suspended or Archived ones resumed.",
        ["life.reason-too-long"] = "A reason has at most 1,000 characters.",
        ["tenant.limit-not-positive"] = "A limit is a whole number of megabytes above zero.",
        ["tenant.slug-taken"] = "Another place has this slug. A listed place is provisioned by 'hub tenants activate'.",
        ["tenant.slug-reserved"] = "This slug is reserved for the hub itself.",
        ["tenant.slug-malformed"] = "A slug is the first part of a host name: lower-case letters, digits and single hyphens between them, at most 63 characters.",
        ["tenant.name-malformed"] = "A name has 1 to 120 characters.",
        ["tenant.name-ends-before-it-begins"] = "The last day of a name is before its first.",
        ["tenant.second-national"] = "A hub has one national tenant, and 'hub migrate' made it.",
        ["tenant.code-malformed"] = "An INEGI code has two digits for a state and five for a municipality; other bodies have none.",
        ["tenant.code-taken"] = "The place {0} has this INEGI code. A listed place is provisioned by 'hub tenants activate'.",
        ["tenant.code-of-another-state"] = "The INEGI code begins with the code of another state than the parent's.",
        ["tenant.parent-missing"] = "Its state is missing: name it with --parent.",
        ["tenant.parent-unknown"] = "No place has the slug given as --parent.",
        ["tenant.parent-is-no-state"] = "The parent must be a state.",
        ["tenant.parent-of-state"] = "A state has no parent.",
        ["account.email-malformed"] = "This is not an e-mail address.",
        ["account.unknown-person"] = "Nobody has this address at the place.",
        ["role.of-the-national-tenant"] = "This role exists at the national tenant only.",
        ["role.needs-its-thing"] = "This role is held on a seat, a commitment or a table: an administrator of the place invites to it.",
        ["role.owner-needs-last-day"] = "This role needs a last day: an administrator of the place invites to it.",
        ["role.held-already"] = "The person holds this role already.",
        ["mail.limit-too-small"] = "A limit is at least 1.",
        ["places.wrong-file"] = "This is not INEGI's catalogue of municipalities: its first line must name the columns CVEGEO, CVE_ENT, CVE_MUN, NOM_MUN and POB_TOTAL.",
        ["places.row-broken"] = "the quotes do not match, or the number of cells is not the header's",
        ["places.code-malformed"] = "CVEGEO '{0}' is not five digits made of CVE_ENT and CVE_MUN",
        ["places.code-twice"] = "CVEGEO stands in the file before (code, line: {0})",
        ["places.state-unknown"] = "no state has the code '{0}'",
        ["places.name-malformed"] = "'{0}' is no name of 1 to 120 readable characters",
        ["places.population-malformed"] = "the population '{0}' is not a whole number",
    };

    public static string Of(Refusal refusal) => string.Format(CultureInfo.InvariantCulture, ByCode[refusal.Code], refusal.Detail);

    public static void ThrowIfRefused(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(Of(refusal));
        }
    }
}
