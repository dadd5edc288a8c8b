using System.Globalization;

namespace Agnt5.HostDifferences;

/// <summary>Values that no compiler knows before the program runs, so that none computes the answer itself.</summary>
internal static class Values
{
    public static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static float Single(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    public static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    public static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The characters that letters, signs and spaces have, without the long rows that are all alike.</summary>
    public static IEnumerable<char> Characters { get; } = [.. Enumerable.Range(0, 0x3400).Concat(Enumerable.Range(0xA000, 0xC20)).Concat(Enumerable.Range(0xF900,
        0x700)).Select(static code => (char)code)];

    /// <summary>So many numbers of all sizes, the same in each process.</summary>
    public static IEnumerable<ulong> Bits(int count, ulong seed = 1)
    {
        // SplitMix64.
        for (var number = 0; number < count; number++)
        {
            seed += 0x9E3779B97F4A7C15UL;
            var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            yield return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Fractions of all sizes and both signs.</summary>
    public static IEnumerable<double> Doubles(int count) => Bits(count).Select(BitConverter.UInt64BitsToDouble).Select(static value => double.IsNaN(value) ? 0.5 : value);

    /// <summary>Fractions between two numbers.</summary>
    public static IEnumerable<double> Between(double low, double high, int count) => Bits(count).Select(bits => low + ((high - low) * ((bits >> 11) * (1.0 / (1UL << 53)))));
}
