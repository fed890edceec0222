using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>What a decision's effect needs besides its subject, each as a record of its own; kept with the decision, and as public as it.</summary>
public static class DecisionTerms
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T terms)
        where T : class => JsonSerializer.Serialize(terms, Options);

    public static T? Read<T>(this Decision decision)
        where T : class => decision.Terms is null ? null : JsonSerializer.Deserialize<T>(decision.Terms, Options);
}

/// <summary>The seat of an organisation that is to be accepted.</summary>
public sealed record SeatTerms(Sector Sector, string Organization, OrganizationType OrganizationType, Branch? Branch);

/// <summary>The rules that are to hold from a day on.</summary>
/// <param name="DocumentId">Where they are published.</param>
public sealed record RulesTerms(Guid DocumentId, DateOnly FromOn, IReadOnlyList<Matter> TwoOfThree);
