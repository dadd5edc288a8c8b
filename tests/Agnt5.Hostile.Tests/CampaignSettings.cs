using System.Globalization;

namespace Agnt5.Hostile.Tests;

/// <summary>Chooses the requests of a campaign: those of CI, or others that the environment names.</summary>
internal static class CampaignSettings
{
    public const string SeedVariable = "AGNT5_HOSTILE_SEED";
    public const string FirstVariable = "AGNT5_HOSTILE_FIRST";
    public const string CountVariable = "AGNT5_HOSTILE_COUNT";

    private const int Default = 30_000;

    public static int Seed => Number(SeedVariable, 20_261_122);

    public static int First => Number(FirstVariable, 0);

    public static int Count => Number(CountVariable, Default);

    /// <summary>Whether this is the campaign of CI, which is long enough to meet every kind of answer.</summary>
    public static bool IsDefault => Count >= Default;

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
