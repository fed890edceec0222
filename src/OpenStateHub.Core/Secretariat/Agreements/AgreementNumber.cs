namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>The number under which the minutes of a secretariat keep an agreement, such as <c>STL-DGO/2015/03</c>.</summary>
public readonly record struct AgreementNumber
{
    public const int MaxLength = 60;

    private AgreementNumber(string value) => Value = value;

    public string Value { get; }

    /// <returns>Null where the text names no agreement.</returns>
    public static AgreementNumber? From(string? text) =>
        text?.Trim() is { Length: > 0 and <= MaxLength } value ? new AgreementNumber(value) : null;

    public override string ToString() => Value;
}
