using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Core.Tests.Accounts;

public sealed class PasswordRuleTests
{
    private static readonly Person Ana = new() { Name = "Ana", Email = "ana.martinez@durango.gob.mx" };

    [Theory]
    [InlineData("Demo-OpenState-1")]
    [InlineData("correct horse battery staple")]
    [InlineData("la jícama de mi abuela")]
    public void Takes_a_long_one_that_nobody_would_try(string password) => Assert.Null(PasswordRule.Check(password, Ana));

    [Theory]
    [InlineData("")]
    [InlineData("x7#Kq!9pZ2m")]
    public void Refuses_a_short_one(string password) => Assert.Equal(AccountRefusals.PasswordTooShort, PasswordRule.Check(password, Ana));

    [Theory]
    [InlineData("Password123456!")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("Contraseña2026")]
    [InlineData("transparencia1")]
    [InlineData("2026-durango-2026")]
    public void Refuses_one_that_everybody_tries(string password) => Assert.Equal(AccountRefusals.PasswordTooCommon, PasswordRule.Check(password, Ana));

    [Fact]
    public void Refuses_the_persons_own_address() => Assert.Equal(AccountRefusals.PasswordIsAboutYou, PasswordRule.Check("Ana.Martinez2026", Ana));
}
