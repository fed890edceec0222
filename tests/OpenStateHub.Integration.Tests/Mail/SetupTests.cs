using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>Settings that could not work are refused at the start, in one sentence.</summary>
public sealed class SetupTests(TestHub hub) : IClassFixture<TestHub>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "Smtp__Port", "465", "STARTTLS" },
        { "Smtp__Port", "many", "Smtp__Port is 'many'" },
        { "Smtp__From", "nobody", "Smtp__From is 'nobody'" },
        { "Smtp__Password", "", "belong together" },
        { "Smtp__StartTls", "perhaps", "neither true nor false" },
        { "Smtp__StartTls", "false", "in the clear" },
        { "Mail__PerHour", "0", "Mail__PerHour is '0'" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_could_not_work_is_refused(string name, string value, string because)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Smtp__Host"] = "smtp.example",
            ["Smtp__From"] = SmtpServer.From,
            ["Smtp__User"] = SmtpServer.User,
            ["Smtp__Password"] = SmtpServer.Password,
            [name] = value.Length == 0 ? null : value,
        };
        using var site = new HubSite(hub).WithWebHostBuilder(builder =>
        {
            foreach (var (key, setting) in settings)
            {
                builder.UseSetting(key.Replace("__", ":", StringComparison.Ordinal), setting);
            }
        });

        var refused = Assert.ThrowsAny<Exception>(() => site.CreateClient());

        Assert.Contains(because, refused.GetBaseException().Message, StringComparison.Ordinal);
    }
}
