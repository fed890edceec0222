using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>A subject of public policy that commitments name by its code.</summary>
public sealed class PolicyArea
{
    public required string Code { get; init; }
    public required string TitleEs { get; set; }
    public required string TitleEn { get; set; }
}

/// <summary>A goal of the 2030 Agenda (<c>6</c>) or one of its targets (<c>6.3</c>).</summary>
public sealed class DevelopmentGoal
{
    public required string Code { get; init; }
    public required string TitleEs { get; set; }
    public required string TitleEn { get; set; }
}

internal sealed class VocabularyMapping : IEntityTypeConfiguration<PolicyArea>, IEntityTypeConfiguration<DevelopmentGoal>
{
    public void Configure(EntityTypeBuilder<PolicyArea> builder) => builder.HasKey(a => a.Code);

    public void Configure(EntityTypeBuilder<DevelopmentGoal> builder) => builder.HasKey(g => g.Code);
}
