using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Archives;

public sealed class DeletionRequestTests
{
    private static readonly DateTimeOffset Asked = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);
    private readonly DeletionRequest request = new()
    {
        PlaceId = TenantId.New(),
        RequestedBy = Guid.CreateVersion7(),
        RequestedAt = Asked,
        DueAt = Asked + DeletionRequest.Wait,
        ArchiveSha256 = new string('a', 64),
        ContentsSha256 = new string('b', 64),
    };

    [Fact]
    public void Another_operator_confirms_when_thirty_days_have_passed() =>
        Assert.Null(request.WhyNot(Guid.CreateVersion7(), Asked.AddDays(30)));

    [Fact]
    public void Nobody_confirms_a_moment_before() =>
        Assert.Contains("2026-07-15", request.WhyNot(Guid.CreateVersion7(), Asked.AddDays(30).AddTicks(-1)), StringComparison.Ordinal);

    [Fact]
    public void Who_asked_never_confirms() =>
        Assert.Contains("another one must", request.WhyNot(request.RequestedBy, Asked.AddDays(90)), StringComparison.Ordinal);
}
