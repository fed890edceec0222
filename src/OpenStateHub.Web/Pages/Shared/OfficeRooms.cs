using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>The back office as the reader sees it: the rooms that they may enter, in groups where there are many.</summary>
public sealed class OfficeRooms(
    CurrentPerson me, TenantContext tenant, IHttpContextAccessor accessor, IStringLocalizer<AccountWords> words, IStringLocalizer<SharedWords> shared, IStringLocalizer<CommentWords> speech)
{
    /// <summary>So many stand side by side, by themselves.</summary>
    private const int MostUngrouped = 6;

    /// <param name="IsHere">The page that is open stands in it.</param>
    public sealed record Room(string Href, string Word, bool IsHere);

    /// <param name="Rooms">Where there are several, they stand below while the page that is open is one of theirs.</param>
    public sealed record Group(string Href, string Word, bool IsHere, IReadOnlyList<Room> Rooms);

    public async Task<IReadOnlyList<Group>> ListAsync(CancellationToken ct)
    {
        var groups = new List<Group>();

        foreach (var (word, rooms) in Plan())
        {
            var open = new List<Room>();

            foreach (var (rights, href, name) in rooms)
            {
                if (await MayAsync(rights, ct))
                {
                    open.Add(new Room(href, name, IsHere(href)));
                }
            }

            if (open.Count > 0)
            {
                groups.Add(new Group(open[0].Href, open.Count == 1 ? open[0].Word : word, open.Exists(room => room.IsHere), open));
            }
        }

        return groups.Sum(group => group.Rooms.Count) > MostUngrouped
            ? groups
            : [.. groups.SelectMany(group => group.Rooms).Select(room => new Group(room.Href, room.Word, room.IsHere, [room]))];
    }

    // Whoever has one of the rights may enter; nobody needs one for their own account.
    private (string Word, (Right[] AnyOf, string Href, string Word)[] Rooms)[] Plan() =>
    [
        (words["Nav_Office"], [([Right.EnterBackOffice], "/gestion", words["Nav_Office"])]),
        (words["Nav_Plan"],
        [
            ([Right.EditPlans], "/gestion/plan", words["Nav_Plan"]),
            ([Right.EditPlans], "/gestion/rendicion-de-cuentas", words["Nav_Presentations"]),
            ([Right.EditPlans], "/gestion/obligaciones", words["Nav_Duties"]),
            ([Right.Moderate], "/gestion/comentarios", speech["Nav_Office"]),
        ]),
        (shared["Nav_Secretariat"],
        [
            ([Right.SeatSecretariat], "/gestion/secretariado", words["Nav_Seats"]),
            ([Right.AnswerCalls], "/gestion/mi-asiento", words["Nav_MySeat"]),
            ([Right.VerifyForSector], "/gestion/verificacion", words["Nav_Verification"]),
            ([Right.HoldSessions], "/gestion/sesiones", words["Nav_Sessions"]),
            ([Right.Vote, Right.HoldSessions], "/gestion/votaciones", words["Nav_Votes"]),
            ([Right.HoldSessions], "/gestion/acuerdos", shared["Nav_Agreements"]),
        ]),
        (words["Nav_Others"],
        [
            .. tenant.Current.IsNational ? Only([Right.InvitePlaces], "/gestion/entidades", shared["Nav_Places"]) : [],
            .. tenant.Current.Kind is TenantKind.State ? Only([Right.ManagePeople], "/gestion/municipios", shared["Nav_Municipalities"]) : [],
            ([Right.JoinNetwork, Right.Assist], "/gestion/red", words["Nav_Network"]),
            ([Right.JoinNetwork, Right.Assist], "/gestion/ayuda", words["Nav_Help"]),
            ([Right.InvitePlaces], "/gestion/programas", words["Nav_Programmes"]),
        ]),
        (words["Nav_Running"],
        [
            ([Right.ManagePeople], "/gestion/personas", words["People_Title"]),
            ([Right.ManagePeople], "/gestion/arco", words["Nav_Arco"]),
            ([Right.KeepFiles], "/gestion/archivos", words["Nav_Files"]),
            ([Right.ManageMail], "/gestion/correo", words["Nav_Mail"]),
            ([Right.ManageSettings], "/gestion/ajustes", words["Nav_Settings"]),
            ([Right.RunJobs], "/gestion/trabajos", words["Nav_Jobs"]),
        ]),
        (words["Account_Title"], [([], "/cuenta", words["Account_Title"])]),
    ];

    private static (Right[] AnyOf, string Href, string Word)[] Only(Right[] anyOf, string href, string word) => [(anyOf, href, word)];

    private async Task<bool> MayAsync(Right[] anyOf, CancellationToken ct)
    {
        foreach (var right in anyOf)
        {
            if (await me.MayAsync(right, ct))
            {
                return true;
            }
        }

        return anyOf.Length == 0;
    }

    private bool IsHere(string href)
    {
        var path = accessor.HttpContext!.Request.Path;
        return href == "/gestion" ? path == href : path.StartsWithSegments(href);
    }
}
