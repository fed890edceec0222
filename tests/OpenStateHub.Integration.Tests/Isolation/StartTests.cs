using Microsoft.AspNetCore.Mvc.Testing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>The site refuses to start where its wall would not hold.</summary>
public sealed class StartTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public void Refuses_to_start_as_a_superuser() => Refuses(hub.AdminConnection, "superuser");

    [Fact]
    public void Refuses_to_start_as_the_owner_of_the_tables() => Refuses(hub.OwnerConnection, "owns tables");

    [Theory]
    [InlineData("No Reset On Close=true")]
    [InlineData("Multiplexing=true")]
    public void Refuses_a_connection_string_that_leaks_the_tenant(string option) => Refuses($"{hub.AppConnection};{option}", "connection string");

    private static void Refuses(string connection, string because)
    {
        using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:Hub", connection));

        var refused = Assert.ThrowsAny<Exception>(() => site.CreateClient());

        Assert.Contains(because, Assert.IsType<WallException>(refused.GetBaseException()).Message, StringComparison.Ordinal);
    }
}
