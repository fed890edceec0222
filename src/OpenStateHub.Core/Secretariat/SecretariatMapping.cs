using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Secretariat;

internal sealed class SecretariatRulesMapping : IEntityTypeConfiguration<SecretariatRules>
{
    public void Configure(EntityTypeBuilder<SecretariatRules> builder) =>
        builder.PrimitiveCollection(rules => rules.TwoOfThree).ElementType().HasConversion<string>();
}
