using System.Globalization;

namespace Agnt5.Hostile.Tests;

/// <summary>Which requests a campaign sends: those of CI, or others that the environment names.</summary>
internal static class CampaignSettings
{
    public const string SeedVariable = "AGNT5_HOSTILE_SEED";
    public const string FirstVariable = "AGNT5_HOSTILE_FIRST";
    public const string CountVariable = "AGNT5_HOSTILE_COUNT";

    private const int Default = 30_000;

    public static int Seed => Number(SeedVariable, 20_261_122);

    public static int First => Number(FirstVariable, 0);

    public static int Count => Number(CountVariable, Default);

    /// <summary>Whether the campaign is that of CI, which is long enough to meet everything.</summary>
    public static bool IsDefault => Count >= Default;

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
