using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Tests.Secretariat;

public sealed class AgreementTests
{
    private static readonly DateOnly Due = new(2026, 6, 30);

    [Fact]
    public void Reminds_once_in_the_week_before_its_day_and_once_after_it()
    {
        var agreement = Agreement();
        var reminded = new List<DateOnly>();

        for (var day = Due.AddDays(-10); day <= Due.AddDays(10); day = day.AddDays(1))
        {
            if (agreement.NeedsReminderOn(day))
            {
                agreement.Remind(day);
                reminded.Add(day);
            }
        }

        Assert.Equal([Due.AddDays(-7), Due.AddDays(1)], reminded);
    }

    [Fact]
    public void A_new_day_asks_for_new_reminders_and_what_is_done_for_none()
    {
        var agreement = Agreement();
        agreement.Remind(Due.AddDays(1));

        Assert.Null(agreement.Follow(Note(AgreementState.InProgress), null, Due.AddDays(30)));
        Assert.False(agreement.NeedsReminderOn(Due.AddDays(2)));
        Assert.True(agreement.NeedsReminderOn(Due.AddDays(25)));
        Assert.Null(agreement.Follow(Note(AgreementState.Done), null, Due.AddDays(30)));
        Assert.False(agreement.NeedsReminderOn(Due.AddDays(31)));
        Assert.False(agreement.IsOverdueOn(Due.AddDays(31)));
    }

    [Fact]
    public void Is_overdue_the_day_after_its_day_and_not_before()
    {
        Assert.False(Agreement().IsOverdueOn(Due));
        Assert.True(Agreement().IsOverdueOn(Due.AddDays(1)));
    }

    [Fact]
    public void Nothing_is_followed_without_a_word_or_due_before_it_was_agreed()
    {
        Assert.Equal(AgreementRefusals.NoteWithoutText, Agreement().Follow(Note(AgreementState.Done, ""), null, Due));
        Assert.Equal(AgreementRefusals.DueBeforeAgreed, Agreement().Follow(Note(AgreementState.Done), null, new(2026, 5, 31)));
    }

    private static AgreementNote Note(AgreementState state, string text = "Se hizo.") =>
        new() { AgreementId = Guid.NewGuid(), State = state, Text = text, NotedOn = Due };

    private static Agreement Agreement()
    {
        var agreement = new Agreement { Number = AgreementNumber.From("1/2026")!.Value, Title = "Publicar", Text = "Publicar el informe.", AgreedOn = new(2026, 6, 1) };
        Assert.Null(agreement.Follow(Note(AgreementState.Pending), "IDAIP", Due));
        return agreement;
    }
}
