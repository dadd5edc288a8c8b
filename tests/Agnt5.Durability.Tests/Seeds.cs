using System.Globalization;

namespace Agnt5.Durability.Tests;

/// <summary>The seeds of a test: so many from a fixed beginning, or the one of the environment variable <c>AGNT5_SEED</c>, to see a run again.</summary>
internal static class Seeds
{
    public static IEnumerable<int> Take(int count) => int.TryParse(Environment.GetEnvironmentVariable("AGNT5_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? [seed]
        : Enumerable.Range(1, count);
}
