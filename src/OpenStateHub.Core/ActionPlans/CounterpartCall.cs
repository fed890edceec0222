namespace OpenStateHub.Core.ActionPlans;

/// <summary>A public call for a civil-society counterpart, made where none exists.</summary>
/// <param name="OpenedOn">The first day of the call.</param>
/// <param name="ClosedOn">The last day of the call.</param>
/// <param name="Result">Who answered, in words that the public reads.</param>
public sealed record CounterpartCall(DateOnly OpenedOn, DateOnly ClosedOn, string Result)
{
    public const int MaxResultLength = 2000;

    public int Days => ClosedOn.DayNumber - OpenedOn.DayNumber + 1;
}
