namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What of one part of the house needs the reader now; nothing for whoever cannot act on it. Shown in the order of registration.</summary>
public interface IMatters
{
    Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct);
}

/// <param name="Tone">Late, or going on.</param>
/// <param name="Href">Where something can be done about it.</param>
public sealed record Waiting(string Tone, string Icon, string What, string Why, string Href);

public static class MattersOfTheHouse
{
    public static void AddMatters(this IServiceCollection services) => services
        .AddScoped<IMatters, Verification.VerificationMatters>()
        .AddScoped<IMatters, SecretariatMatters>()
        .AddScoped<IMatters, Offers.OfferMatters>()
        .AddScoped<IMatters, Sessions.SessionMatters>()
        .AddScoped<IMatters, Votes.DecisionMatters>()
        .AddScoped<IMatters, AccountabilityMatters>()
        .AddScoped<IMatters, Comments.CommentMatters>()
        .AddScoped<IMatters, Network.NetworkMatters>();
}
