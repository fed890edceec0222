using System.Text;
using OpenStateHub.Core.Accounts.Factors;

namespace OpenStateHub.Core.Tests.Accounts;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_109);

    // RFC 6238, appendix B; the last six of its eight figures.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Computes_what_the_standard_computes(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Secret, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Accepts_a_telephone_that_is_half_a_minute_late_or_early_and_no_more()
    {
        var step = OneTimeCode.StepOf(Now);

        Assert.Equal([null, step - 1, step, step + 1, null], Enumerable.Range(-2, 5).Select(off => OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step + off), Now, after: 0)));
    }

    [Fact]
    public void Accepts_no_code_twice_and_none_before_the_last()
    {
        var step = OneTimeCode.StepOf(Now);

        Assert.Null(OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step), Now, after: step));
        Assert.Null(OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step - 1), Now, after: step));
        Assert.Equal(step + 1, OneTimeCode.Match(Secret, OneTimeCode.At(Secret, step + 1), Now, after: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08180")]
    [InlineData("0818045")]
    [InlineData("código")]
    public void Refuses_what_is_no_code(string typed) => Assert.Null(OneTimeCode.Match(Secret, typed, Now, after: 0));

    [Fact]
    public void Spaces_do_not_matter() => Assert.NotNull(OneTimeCode.Match(Secret, " 081 804 ", Now, after: 0));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Writes_bytes_as_apps_read_them(string bytes, string written) => Assert.Equal(written, Base32.Write(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void A_recovery_code_reads_the_same_however_it_is_typed_and_belongs_to_one_person()
    {
        var (person, code) = (Guid.CreateVersion7(), RecoveryCode.New());

        Assert.Matches("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$", code);
        Assert.Equal(RecoveryCode.HashOf(person, code), RecoveryCode.HashOf(person, $" {code.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.NotEqual(RecoveryCode.HashOf(person, code), RecoveryCode.HashOf(Guid.CreateVersion7(), code));
    }
}
