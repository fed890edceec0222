using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Ledger;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.FromHours(-6)).AddTicks(1_234_567);
    private static readonly LedgerHead Empty = new() { TenantId = TenantId.New(), Sequence = 0, Hash = LedgerEntry.NoHash };

    [Fact]
    public void The_hash_is_taken_of_nine_lines()
    {
        var entry = LedgerEntry.After(Empty, "seat.filled", new Subject("seat", "x"), new('c', 64), null, new ActingOffice.Named("Contraloría\ndel Estado"), Now);

        Assert.Equal(
            CanonicalText.Sha256Of($"1\n2026-06-15T18:00:00.123Z\n\nContraloría del Estado\n\nseat.filled\nseat/x\n{new string('c', 64)}\n{LedgerEntry.NoHash}"),
            entry.Hash);
    }

    [Theory]
    [InlineData("durango 12 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("durango twelve 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("durango 12", false)]
    public void An_anchor_is_a_slug_a_sequence_and_a_hash(string line, bool isOne) => Assert.Equal(isOne ? line : null, LedgerAnchor.From(line)?.ToString());
}
