namespace OpenStateHub.Core;

/// <summary>A rule's "no": an answer that the person can cause and mend, never an exception.</summary>
/// <param name="Code">The key of the sentence that the person reads, such as <c>plan.not-in-consultation</c>.</param>
/// <param name="Field">The name of the input that the sentence stands beside, or null where it concerns the whole form.</param>
/// <param name="Detail">What fills the sentence's placeholder, such as the title of the offending activity.</param>
public sealed record Refusal(string Code, string? Field = null, string? Detail = null);
