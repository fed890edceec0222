namespace OpenStateHub.Core.Accounts;

/// <summary>Where the links of letters and of the command line lead, without the host.</summary>
public static class AccountPaths
{
    public static string Invitation(string token) => $"/cuenta/invitacion/{token}";

    public static string Reset(Guid personId, string token) => $"/cuenta/restablecer?persona={personId:N}&clave={Uri.EscapeDataString(token)}";
}
