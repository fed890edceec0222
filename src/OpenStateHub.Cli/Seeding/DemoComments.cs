using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Cli.Seeding;

/// <summary>What people say in the demonstration, by the commands that they and the moderation use. No letter is sent: the addresses are invented too.</summary>
internal sealed class DemoComments(DemoTenant tenant, DemoFile file)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var (part, number) in file.Comments.Select((part, index) => (part, index + 1)))
        {
            await SeedAsync(part, $"voz-{number}@{file.Slug}.example", ct);
        }
    }

    private async Task SeedAsync(DemoFile.CommentPart part, string address, CancellationToken ct)
    {
        var token = "";
        var input = new WriteComment.Input
        {
            Kind = part.Kind,
            Subject = await SubjectAsync(part, ct),
            Text = part.Text,
            ShownName = part.ShownName,
            Address = address,
            Language = "es",
            AcceptsNotice = true,
            IsDemonstration = true,
        };
        await DoAsync<WriteComment>(part, command => command.ExecuteAsync(
            input,
            (_, made) =>
            {
                token = made;
                return null;
            },
            ct));
        await DoAsync<ConfirmComment>(part, command => command.ExecuteAsync(token, ct));

        if (part.Waits)
        {
            return;
        }

        await ModerateAsync(part, input.Id, part.Rule is { } rule ? CommentStep.Hide(rule) : CommentStep.Publish, ct);

        if (part.Answer is { } answer)
        {
            await ModerateAsync(part, input.Id, CommentStep.Answer(answer), ct);
        }
    }

    private async Task<Subject> SubjectAsync(DemoFile.CommentPart part, CancellationToken ct) =>
        Subject.From(part.About) ?? PresentationSubjects.Presentation(
            await tenant.ReadAsync(db => db.Presentations.Where(p => p.Title == part.Presentation).Select(p => p.Id).SingleAsync(ct)));

    private Task ModerateAsync(DemoFile.CommentPart part, Guid id, CommentStep step, CancellationToken ct) =>
        DoAsync<ModerateComment>(part, command => command.ExecuteAsync(id, step, (Func<Comment, Letter>?)null, ct));

    private Task DoAsync<TCommand>(DemoFile.CommentPart part, Func<TCommand, Task<(bool Found, Refusal? Refusal)>> execute)
        where TCommand : notnull =>
        tenant.DoAsync<TCommand>(part.Text, async command => await execute(command) is (true, var refusal) ? refusal : new Refusal("following.not-public", null, part.About));
}
