using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>
/// A plan at the end of a cut-off day, commitment by commitment. It is kept as text with that text's hash, so what was written once is read for ever:
/// properties may come, and never go or change their meaning.
/// </summary>
public sealed record CutoffSnapshot
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public required string Place { get; init; }
    public required string Plan { get; init; }
    public required string PlanTitle { get; init; }
    public required DateOnly CutoffOn { get; init; }

    /// <summary>From 0 to 100, exactly; absent where nothing can be measured.</summary>
    public decimal? Reported { get; init; }

    public decimal? Verified { get; init; }
    public required int Counted { get; init; }
    public required int Total { get; init; }
    public bool IsDemonstration { get; init; }
    public required IReadOnlyList<CommitmentLine> Commitments { get; init; }

    [JsonIgnore]
    public Progress Progress => new(Reported, Verified, Counted, Total);

    [JsonIgnore]
    public int LateActivities => Commitments.Sum(c => c.Late);

    /// <summary>Late and nobody said why.</summary>
    [JsonIgnore]
    public int LateUnexplained => Commitments.Sum(c => c.Activities.Count(a => a is { IsLate: true, Obstacle: null }));

    public string ToText() => JsonSerializer.Serialize(this, Format);

    public static CutoffSnapshot From(string text) =>
        JsonSerializer.Deserialize<CutoffSnapshot>(text, Format) ?? throw new JsonException("The text of a frozen report is no report.");

    public sealed record CommitmentLine
    {
        public required int Number { get; init; }
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string Axis { get; init; }
        public bool IsProactive { get; init; }

        /// <summary>Out of the plan's percentage by agreement.</summary>
        public bool IsLeftOut { get; init; }

        /// <summary>Absent where it has no activities.</summary>
        public ActivityStatus? Status { get; init; }

        public decimal? Reported { get; init; }
        public decimal? Verified { get; init; }
        public bool IsDemonstration { get; init; }
        public required IReadOnlyList<ActivityLine> Activities { get; init; }

        [JsonIgnore]
        public int Late => Activities.Count(a => a.IsLate);
    }

    public sealed record ActivityLine
    {
        public required Guid Id { get; init; }
        public required string Description { get; init; }
        public string? GovernmentOwner { get; init; }
        public string? CivilSocietyOwner { get; init; }

        /// <summary>Hundredths of a percent among its siblings.</summary>
        public required int Weight { get; init; }

        public DateOnly? DueOn { get; init; }
        public required ActivityStatus Status { get; init; }

        /// <summary>0 to 100.</summary>
        public required int Reported { get; init; }

        public required int Verified { get; init; }
        public DateOnly? DoneOn { get; init; }

        /// <summary>Due before the cut-off, and neither complete nor verified.</summary>
        public bool IsLate { get; init; }

        public DateOnly? LastReportOn { get; init; }
        public required int Evidence { get; init; }

        /// <summary>Who had confirmed the completion that then stood.</summary>
        public IReadOnlyList<Sector> ConfirmedBy { get; init; } = [];

        /// <summary>What its last report gave as the reason; absent where nobody gave one.</summary>
        public ObstacleLine? Obstacle { get; init; }
    }

    public sealed record ObstacleLine(ObstacleCause Cause, string Text, string Measure);
}
