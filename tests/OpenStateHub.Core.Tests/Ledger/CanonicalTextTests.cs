using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tests.Ledger;

public sealed class CanonicalTextTests
{
    private static readonly string Salt = new('a', 64);

    [Fact]
    public void Is_the_same_text_whatever_the_machines_culture_and_line_ends_are()
    {
        var text = new CanonicalText().Part("plan/2026").Field("title", "Plan 2026\r\nsegunda parte").Field("starts on", new DateOnly(2026, 1, 5))
            .Field("weight", 3334).Field("proactive", false).Field("status", DayOfWeek.Friday).Field("source", (string?)null).List("goals", ["6", "6.3"]);

        Assert.Equal(
            "[plan/2026]\ntitle: Plan 2026\\nsegunda parte\nstarts on: 2026-01-05\nweight: 3334\nproactive: false\nstatus: Friday\nsource\ngoals: 2\n- 6\n- 6.3\n",
            text.ToString());
    }

    [Fact]
    public void Takes_both_ways_of_writing_an_accent_for_one() =>
        Assert.Equal(new CanonicalText().Field("title", "Estaci\u00f3n").Sha256(), new CanonicalText().Field("title", "Estacio\u0301n").Sha256());

    [Fact]
    public void No_value_passes_for_another_line() =>
        Assert.NotEqual(
            new CanonicalText().Field("title", "a\nnote: b").ToString(),
            new CanonicalText().Field("title", "a").Field("note", "b").ToString());

    [Fact]
    public void What_people_wrote_enters_a_ledger_only_as_a_hash_that_needs_its_salt()
    {
        var salted = new CanonicalText(Salt).Words("summary", "Se tomaron 48 muestras.").ToString();

        Assert.DoesNotContain("muestras", salted, StringComparison.Ordinal);
        Assert.NotEqual(salted, new CanonicalText(new('b', 64)).Words("summary", "Se tomaron 48 muestras.").ToString());
        Assert.Equal("summary: Se tomaron 48 muestras.\n", new CanonicalText().Words("summary", "Se tomaron 48 muestras.").ToString());
    }
}
