namespace OpenStateHub.Web;

/// <summary>What is true of this installation and no tenant decides.</summary>
/// <param name="IsDemonstration">The data are invented where no source gives them: every page says so.</param>
/// <param name="Operator">Who runs the installation; null where nobody said.</param>
public sealed record SiteFacts(bool IsDemonstration, string? Operator)
{
    /// <remarks>HUB_DEMONSTRATION (true or false) and HUB_OPERATOR (a name).</remarks>
    public static SiteFacts From(IConfiguration configuration) =>
        new(configuration.GetValue<bool>("HUB_DEMONSTRATION"), configuration["HUB_OPERATOR"]);
}
