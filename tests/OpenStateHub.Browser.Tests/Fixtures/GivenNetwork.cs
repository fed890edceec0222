using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Network;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>Something that a place needs, a question to another place and one to the nation: for those who look at the pages.</summary>
internal static class GivenNetwork
{
    private const string Other = "durango";

    /// <summary>Routes of the office, and what to ask instead. Asked again it finds what it made.</summary>
    public static async Task<Dictionary<string, string[]>> SamplesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.Conversations.AnyAsync())
        {
            await MakeAsync(scope);
        }

        var (question, help) = (
            await db.Conversations.Where(c => c.Kind == ConversationKind.Question).Select(c => c.Id).FirstAsync(),
            await db.Conversations.Where(c => c.Kind == ConversationKind.Assistance).Select(c => c.Id).FirstAsync());
        var offer = (await scope.GetRequiredService<ListOwnOffers>().ExecuteAsync(default))[0].Id;
        var member = await db.ProgrammeMemberships.Join(db.Tenants, m => m.TenantId, t => t.Id, (m, t) => new { m.Programme, m.FromOn, t.Slug }).FirstAsync();
        return new()
        {
            ["gestion/red/agregar"] = ["gestion/red/agregar?que=Offer", "gestion/red/agregar?que=Need"],
            ["gestion/red/cambiar"] = [$"gestion/red/cambiar?oferta={offer}"],
            ["gestion/red/preguntar"] = ["gestion/red/preguntar?q=dur", $"gestion/red/preguntar?entidad={Other}"],
            ["gestion/red/preguntas/{id:guid}"] = [$"gestion/red/preguntas/{question}"],
            ["gestion/ayuda/{id:guid}"] = [$"gestion/ayuda/{help}"],
            ["gestion/entidades/{slug}/vida"] = [$"gestion/entidades/{Other}/vida"],
            ["gestion/entidades/{slug}/vida/{step:regex(^(suspender|archivar|reactivar)$)}"] = [$"gestion/entidades/{Other}/vida/suspender", $"gestion/entidades/{Other}/vida/reactivar"],
            ["gestion/entidades/{slug}/vida/dominio"] = [$"gestion/entidades/{Other}/vida/dominio"],
            ["gestion/entidades/{slug}/vida/archivo"] = [$"gestion/entidades/{Other}/vida/archivo"],
            ["gestion/programas/agregar"] = [$"gestion/programas/agregar?programa={member.Programme}"],
            ["gestion/programas/cambiar"] = [FormattableString.Invariant($"gestion/programas/cambiar?programa={member.Programme}&entidad={member.Slug}&desde={member.FromOn:yyyy-MM-dd}")],
        };
    }

    private static async Task MakeAsync(IServiceProvider scope)
    {
        var person = await scope.GetRequiredService<HubDbContext>().Users.Select(p => p.Id).FirstAsync();
        var said = new SendMessage.Input("¿Cómo lo hicieron?", person, "Oficina", (there, _, _) => new Letter { Language = "es", Subject = "Mensaje", Paragraphs = ["Hay un mensaje."], Footer = there.Name });
        var send = scope.GetRequiredService<SendMessage>();
        Assert.Null(await scope.GetRequiredService<PublishOffer>().ExecuteAsync(
            Guid.CreateVersion7(), OfferKind.Need, OfferText.From(Topic.OpenData, "Publicar datos", "Cada mes.", "Oficina"), default, isDemonstration: true));
        Assert.Null(await send.BeginAsync(new() { Kind = ConversationKind.Question, Other = Other, Subject = "Datos" }, said, default));
        Assert.Null(await send.BeginAsync(new() { Kind = ConversationKind.Assistance, Subject = "Instalación" }, said, default));
    }
}
