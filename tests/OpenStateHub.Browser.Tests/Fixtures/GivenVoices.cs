using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>Somebody who follows and somebody who says something, at each step that their links lead to.</summary>
internal static class GivenVoices
{
    private const string Followed = "seguir/confirmar/{token:length(43)}", Stopped = "seguir/baja/{token:length(43)}", Said = "comentar/confirmar/{token:length(43)}";

    /// <summary>Pages by route: before, after and at the end.</summary>
    public static async Task<Dictionary<string, string[]>> LinksAsync(IServiceProvider scope, Subject about)
    {
        var (asked, following, gone) = (await AskAsync(scope, about), await AskAsync(scope, about), await AskAsync(scope, about));
        Assert.Equal((true, null), await scope.GetRequiredService<ConfirmFollower>().ExecuteAsync(following, default));
        Assert.Equal((true, null), await scope.GetRequiredService<ConfirmFollower>().ExecuteAsync(gone, default));
        Assert.True(await scope.GetRequiredService<StopFollowing>().ExecuteAsync(gone, default));
        var (_, written) = await SayAsync(scope, about);
        var (_, confirmed) = await SayAsync(scope, about);
        Assert.Equal((true, null), await scope.GetRequiredService<ConfirmComment>().ExecuteAsync(confirmed, default));
        return new()
        {
            [Followed] = [$"/seguir/confirmar/{asked}", $"/seguir/confirmar/{following}", $"/seguir/confirmar/{gone}"],
            [Stopped] = [$"/seguir/baja/{following}", $"/seguir/baja/{gone}"],
            [Said] = [$"/comentar/confirmar/{written}", $"/comentar/confirmar/{confirmed}"],
            ["comentar"] = [$"/comentar?sobre={about}&tipo=NotFulfilled", $"/comentar?sobre={about}&enviado=true"],
            ["comentarios/{id:guid}"] = [.. (await scope.GetRequiredService<HubDbContext>().Comments
                .Where(c => c.Status == CommentStatus.Published || c.Status == CommentStatus.Hidden).Select(c => c.Id).ToListAsync()).Select(id => $"/comentarios/{id}")],
        };
    }

    /// <summary>The office's pages of one that waits for the moderation and of one that waits for an answer.</summary>
    public static async Task<string[]> ToAttendAsync(IServiceProvider scope)
    {
        var session = Guid.CreateVersion7();
        var day = DateOnly.FromDateTime(scope.GetRequiredService<TimeProvider>().GetUtcNow().DateTime).AddDays(30);
        Assert.Null(await scope.GetRequiredService<AnnouncePresentation>().ExecuteAsync(
            session, new PresentationInput { Title = "Informe público", Day = day, From = new(17, 0), Until = new(19, 0), Place = "Plaza" }, default));
        var paths = new List<string>();

        foreach (var isPublished in new[] { false, true })
        {
            var (id, token) = await SayAsync(scope, PresentationSubjects.Presentation(session));
            Assert.Equal((true, null), await scope.GetRequiredService<ConfirmComment>().ExecuteAsync(token, default));
            paths.Add($"gestion/comentarios/atender?comentario={id}");

            if (isPublished)
            {
                Assert.Equal((true, null), await scope.GetRequiredService<ModerateComment>().ExecuteAsync(id, CommentStep.Publish, letter: null, default));
            }
        }

        return [.. paths];
    }

    private static async Task<string> AskAsync(IServiceProvider scope, Subject about)
    {
        var made = "";
        var input = new AskToFollow.Input { Subject = about, Address = Address(), Frequency = Frequency.Weekly, Language = "es", AcceptsNotice = true };
        Assert.Equal((true, null), await scope.GetRequiredService<AskToFollow>().ExecuteAsync(input, (_, token) => Letter(made = token), default));
        return made;
    }

    private static async Task<(Guid Id, string Token)> SayAsync(IServiceProvider scope, Subject about)
    {
        var made = "";
        var input = new WriteComment.Input
        {
            Kind = CommentKind.Question, Subject = about, Text = "¿Para cuándo?", Address = Address(), Language = "es", AcceptsNotice = true, IsDemonstration = true,
        };
        Assert.Equal((true, null), await scope.GetRequiredService<WriteComment>().ExecuteAsync(input, (_, token) => Letter(made = token), default));
        return (input.Id, made);
    }

    private static string Address() => $"{Guid.CreateVersion7():N}@ejemplo.mx";

    private static Letter Letter(string token) => new() { Language = "es", Subject = token, Paragraphs = [], Footer = "" };
}
