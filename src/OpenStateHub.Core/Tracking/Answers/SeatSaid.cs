using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>What a seat says of a report, before its sector's answer is settled and after.</summary>
public sealed record SeatSaid(Guid SeatId, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly On);

/// <summary>A seat that is held today.</summary>
/// <param name="HasVoice">Somebody can sign in and answer for it; without them it holds nobody up.</param>
public sealed record AnsweringSeat(Guid SeatId, Sector Sector, string Organization, bool HasVoice);
