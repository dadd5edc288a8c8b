namespace Agnt5.HostDifferences.Probes;

/// <summary>Random values from a seed, as <c>ctx.Random</c> gives them.</summary>
internal static class RandomValues
{
    public static void Add(Report report)
    {
        foreach (var seed in (int[])[0, 42, -1, int.MinValue])
        {
            report.AddHash($"Random({seed}).Next", Many(seed, static random => random.Next()), static value => value);
            report.AddHash($"Random({seed}).Next of a range", Many(seed, static random => random.Next(-1_500_000_000, 1_500_000_000)), static value => value);
            report.AddHash($"Random({seed}).Next to a limit", Many(seed, static random => random.Next(6)), static value => value);
            report.AddHash($"Random({seed}).NextInt64", Many(seed, static random => random.NextInt64()), static value => value);
            report.AddHash($"Random({seed}).NextInt64 of a range", Many(seed, static random => random.NextInt64(-5_000_000_000, 5_000_000_000)), static value => value);
            report.AddHash($"Random({seed}).NextDouble", Many(seed, static random => random.NextDouble()), static value => value);
            report.AddHash($"Random({seed}).NextSingle", Many(seed, static random => random.NextSingle()), static value => value);
            report.Add($"Random({seed}).NextBytes", () =>
            {
                var bytes = new byte[37];
                new Random(seed).NextBytes(bytes);
                return bytes;
            });
            report.Add($"Random({seed}).GetItems", () => new Random(seed).GetItems(Enumerable.Range(0, 50).ToArray(), 20));
            report.Add($"Random({seed}).GetItems of a power of two", () => new Random(seed).GetItems(Enumerable.Range(0, 64).ToArray(), 20));
            report.Add($"Random({seed}).GetHexString", () => new Random(seed).GetHexString(21));
            report.Add($"Random({seed}).GetString", () => new Random(seed).GetString("abcdefg", 21));
            report.Add($"Random({seed}).Shuffle", () =>
            {
                var numbers = Enumerable.Range(0, 30).ToArray();
                new Random(seed).Shuffle(numbers);
                return numbers;
            });
        }
    }

    private static IEnumerable<T> Many<T>(int seed, Func<Random, T> next)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, 500).Select(_ => next(random));
    }
}
