using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Cli.Backup;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Files;
using Spectre.Console;

namespace OpenStateHub.Cli.Tenants;

/// <summary>Two steps by two people: one shows the archive and asks, another confirms when thirty days have passed.</summary>
internal static class DeleteCommand
{
    private static readonly Argument<string> Slug = new("SLUG") { Description = "An archived place." };
    private static readonly Option<string> Operator = new("--operator") { Description = "Your address at the national tenant; your password is read from standard input.", Required = true };
    private static readonly Option<string?> Archive = new("--archive") { Description = "Ask for it: the place's archive, taken since it is at rest." };
    private static readonly Option<bool> Confirm = new("--confirm") { Description = "Do it: asked for thirty days ago or more, by another operator." };

    public static Command Create()
    {
        var command = new Command("delete", "Erase an archived place for ever, but for a tombstone: first with --archive, then, by somebody else, with --confirm.") { Slug, Operator, Archive, Confirm };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Archive) is null) != result.GetValue(Confirm))
            {
                result.AddError("Either --archive FILE.zip, which asks, or --confirm, which erases.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var (slug, email) = (parsed.GetRequiredValue(Slug), parsed.GetRequiredValue(Operator));
            var password = await PasswordAsync(email, ct);
            Console.WriteLine(parsed.GetValue(Archive) is { } archive
                ? await AskAsync(new(Hub.OwnerConnection, slug, archive, email, password), ct)
                : await EraseAsync(new(Hub.OwnerConnection, slug, email, password), ct));
            return 0;
        });
        return command;
    }

    private static async Task<string> AskAsync(AskForDeletion.Input input, CancellationToken ct)
    {
        var request = await BackupWork.RunAsync("Request", _ => NationalScope.RunAsync(national => national.GetRequiredService<AskForDeletion>().ExecuteAsync(input, ct), ct));
        return $"The archive holds what {input.Slug} holds. From {request.DueAt:u} on, another operator may erase the place: 'hub tenants delete {input.Slug} --confirm'. Until then 'hub tenants resume {input.Slug}' takes it back.";
    }

    private static async Task<string> EraseAsync(EraseTenant.Input input, CancellationToken ct)
    {
        var erased = await BackupWork.RunAsync("Erasure", _ => NationalScope.RunAsync(national => national.GetRequiredService<EraseTenant>().ExecuteAsync(input, ct), ct));
        var swept = await NationalScope.RunAsync(national => national.GetRequiredService<SweepLeftFolders>().ExecuteAsync(ct), ct);
        return $"{input.Slug} was erased: {erased.Rows} rows and {erased.Files} files. Its archive has the SHA-256 {erased.ArchiveSha256}; the place is listed again."
            + (swept is null ? " A backup or an import is under way: the files go with the next tidying." : "");
    }

    private static async Task<string> PasswordAsync(string email, CancellationToken ct) => Console.IsInputRedirected
        ? await Console.In.ReadLineAsync(ct) ?? ""
        : await new TextPrompt<string>($"Password of {email}:").Secret(mask: null).ShowAsync(AnsiConsole.Console, ct);
}
