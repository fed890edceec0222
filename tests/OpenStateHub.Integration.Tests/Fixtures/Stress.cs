namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>How often kill and race tests go round: three times in a plain run, the full count under infra/test.sh stress.</summary>
internal static class Stress
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("HUB_STRESS") == "1";

    /// <summary>Repeats a random run: HUB_TEST_SEED, or a new one.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("HUB_TEST_SEED"), out var given) ? given : Random.Shared.Next();

    public static int Rounds(int full) => IsOn ? full : 3;
}
