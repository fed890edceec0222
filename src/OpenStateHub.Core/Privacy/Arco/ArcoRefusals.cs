namespace OpenStateHub.Core.Privacy.Arco;

public static class ArcoRefusals
{
    public static readonly Refusal NameMissing = new("arco.name-missing", "name");
    public static readonly Refusal AddressMalformed = new("arco.address-malformed", "address");
    public static readonly Refusal KindMissing = new("arco.kind-missing", "kind");
    public static readonly Refusal TextMissing = new("arco.text-missing", "text");
    public static readonly Refusal LinkExpired = new("arco.link-expired");
    public static readonly Refusal NotOpen = new("arco.not-open");
    public static readonly Refusal OutcomeMissing = new("arco.outcome-missing", "outcome");
    public static readonly Refusal ReasonsMissing = new("arco.reasons-missing", "reasons");
    public static readonly Refusal NothingToCarryOut = new("arco.nothing-to-carry-out");
    public static readonly Refusal AnswerDaysMalformed = new("arco.answer-days-malformed", "answerDays");
    public static readonly Refusal CarryDaysMalformed = new("arco.carry-days-malformed", "carryDays");
}
