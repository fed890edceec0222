using System.Diagnostics;
using System.Text.Json;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat.Sessions;

/// <summary>A calendar file as a library of others reads it.</summary>
internal sealed record ReadCalendar(string Method, IReadOnlyList<ReadCalendar.Event> Events)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ReadCalendar> OfAsync(string text)
    {
        using var process = Process.Start(new ProcessStartInfo("node", "calendar.mjs")
        {
            WorkingDirectory = Repository.PathOf("tests", "OpenStateHub.Integration.Tests", "Mail", "Server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<ReadCalendar>(said, Json)!;
    }

    internal sealed record Event(
        string Uid, int Sequence, DateTimeOffset Start, DateTimeOffset End, string Summary, string? Description, string? Location, string Status, string? Organizer,
        IReadOnlyList<string> Attendees);
}
