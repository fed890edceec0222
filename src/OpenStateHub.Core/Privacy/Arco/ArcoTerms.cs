namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>The periods of a place, in working days (domain.md, section 11: to confirm, so a setting).</summary>
public sealed class ArcoTerms
{
    public const int UsualAnswerDays = 20;
    public const int UsualCarryDays = 15;
    public const int MostDays = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int AnswerDays { get; private set; } = UsualAnswerDays;
    public int CarryDays { get; private set; } = UsualCarryDays;
    public int Revision { get; private set; }

    public Refusal? Change(int answerDays, int carryDays)
    {
        if (answerDays is < 1 or > MostDays)
        {
            return ArcoRefusals.AnswerDaysMalformed;
        }

        if (carryDays is < 1 or > MostDays)
        {
            return ArcoRefusals.CarryDaysMalformed;
        }

        (AnswerDays, CarryDays, Revision) = (answerDays, carryDays, Revision + 1);
        return null;
    }
}
