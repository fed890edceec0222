namespace OpenStateHub.Core.ActionPlans;

/// <summary>What the arithmetic needs of one activity at one moment: now from its row, or at a past date from its history.</summary>
/// <param name="Weight">Hundredths of a percent among its siblings.</param>
/// <param name="Percent">The last percentage reported in progress, 0 to 99.</param>
public readonly record struct ActivityState(int Weight, ActivityStatus Status, int Percent, DateOnly? DueOn, DateOnly? DoneOn)
{
    /// <summary>What is reported as done, 0 to 100. An activity that ended without completion keeps its last value.</summary>
    public int Reported => Status switch
    {
        ActivityStatus.NotStarted => 0,
        ActivityStatus.Complete or ActivityStatus.Verified => 100,
        _ => Percent,
    };

    /// <summary>What all sectors confirmed: 100 or 0.</summary>
    public int Verified => Status is ActivityStatus.Verified ? 100 : 0;

    public bool IsOpen => Status is ActivityStatus.NotStarted or ActivityStatus.InProgress;

    /// <summary>Derived, never stored: it changes at the place's midnight without anybody acting.</summary>
    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Done, but after it was due: cumplido con retraso.</summary>
    public bool WasLate => Status is ActivityStatus.Complete or ActivityStatus.Verified && DoneOn > DueOn;
}
