using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>The question that comes before anything is public.</summary>
public enum PersonalData
{
    No,
    Yes,
}

/// <summary>What somebody gives as evidence: files, a link, and whether they hold personal data.</summary>
public sealed class EvidenceForm
{
    public const int MostFiles = 5;

    /// <summary>As much as a form of evaluation takes; more goes to the place's files, and here as a link.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>A whole report, with what its fields weigh.</summary>
    public const long MostSent = (MostFiles * MostBytes) + (1024 * 1024);

    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Files that came with an earlier sending of this form: the server's own marks.</summary>
    public List<string> Received { get; set; } = [];

    public string? Title { get; set; }
    public string? Url { get; set; }
    public PersonalData? PersonalData { get; set; }

    public bool IsEmpty => Files.Count == 0 && Received.Count == 0 && string.IsNullOrWhiteSpace(Url);

    /// <summary>What each becomes: under the name that was given, which several share.</summary>
    public IReadOnlyList<ReportProgress.EvidenceInput> Inputs(IReadOnlyList<ReceivedFile> files)
    {
        var link = string.IsNullOrWhiteSpace(Url) ? null : Url.Trim();
        var count = files.Count + (link is null ? 0 : 1);
        bool? isFree = PersonalData is null ? null : PersonalData is Reports.PersonalData.No;
        string Named(string name) => string.IsNullOrWhiteSpace(Title) ? name : count == 1 ? Title.Trim() : $"{Title.Trim()} · {name}";
        return
        [
            .. files.Select(file => new ReportProgress.EvidenceInput(Named(file.Name), null, null) { Sha256 = file.Sha256, WithoutPersonalData = isFree }),
            .. link is null ? (ReportProgress.EvidenceInput[])[] : [new(Named(HostOf(link)), link, null) { WithoutPersonalData = isFree }],
        ];
    }

    private static string HostOf(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : link;
}

/// <param name="Mark">Says to this server, in the next sending of the form, which file it was.</param>
public sealed record ReceivedFile(string Sha256, string Name, string Mark);
