using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Onboarding.Readiness;

internal sealed class ReadinessMapping : IEntityTypeConfiguration<ReadinessAssessment>
{
    public void Configure(EntityTypeBuilder<ReadinessAssessment> builder) =>
        builder.HasMany(assessment => assessment.Answers).WithOne().HasForeignKey(answer => answer.AssessmentId);
}
