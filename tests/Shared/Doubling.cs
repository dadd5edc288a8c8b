using System.Globalization;
using System.Runtime;

namespace Agnt5.Tests.Shared;

/// <summary>
/// Checks that work grows no faster than its input: twice the input may cost at most 2.2 times the work, where it can be counted. Work that grows with the square of the input costs 4 times as much.
/// </summary>
internal static class Doubling
{
    private const double MostGrowth = 2.2;

    // Over two doublings. Linear work measures 2 to 5.5: more memory means fewer hits in the caches. Quadratic work measures 16, and 13 beside its linear part.
    private const double MostGrowthInTime = 8;
    private const long MostBytes = 200L << 20;
    private const int FewestAttempts = 3;
    private const int MostAttempts = 12;

    /// <summary>Checks work that can be counted, such as comparisons, copies or allocated bytes.</summary>
    /// <param name="n">The size of the smaller input.</param>
    /// <param name="count">Does the work for an input of a size, and returns how much work that was.</param>
    /// <returns>The counts, for the test's output.</returns>
    public static async Task<string> MustHoldForCountAsync(int n, Func<int, Task<long>> count)
    {
        // The first run also counts what is made once, such as metadata.
        await count(n);
        var (once, twice) = (await count(n), await count(2 * n));
        var growth = string.Create(CultureInfo.InvariantCulture, $"{n} → {2 * n}: {(double)twice / once:0.00} times the work ({once} → {twice})");
        Assert.True(twice <= MostGrowth * once, growth);
        return growth;
    }

    /// <summary>
    /// Checks work by the processor time of the process, for an input that doubles twice. Several attempts are compared, because other work of the machine falls into some runs only.
    /// Quadratic work fails however often it is measured. No other test may run at the same time, so the test belongs to a collection with <c>DisableParallelization</c>.
    /// </summary>
    /// <param name="n">The size of the input in the middle. One run with it should take 10 to 100 ms.</param>
    /// <param name="prepare">Prepares an input of a size, and returns the run to measure, which is repeated.</param>
    /// <returns>The times, for the test's output.</returns>
    public static async Task<string> MustHoldForTimeAsync(int n, Func<int, Func<Task>> prepare)
    {
        var (small, large) = (prepare(n / 2), prepare(2 * n));
        // The first runs compile the code.
        await small();
        await large();
        var attempts = new List<(TimeSpan Small, TimeSpan Large)>();
        while (attempts.Count < FewestAttempts || (GrowthIn(attempts) > MostGrowthInTime && attempts.Count < MostAttempts))
            attempts.Add((await MeasureAsync(small), await MeasureAsync(large)));

        var shown = attempts.Select(static times =>
            string.Create(CultureInfo.InvariantCulture, $"{times.Large / times.Small:0.00} ({times.Small.TotalMilliseconds:0.0} → {times.Large.TotalMilliseconds:0.0} ms)"));
        var growth = string.Create(CultureInfo.InvariantCulture, $"{n / 2} → {2 * n}: {GrowthIn(attempts):0.00} times the processor time; {string.Join(", ", shown)}");
        Assert.True(GrowthIn(attempts) <= MostGrowthInTime, growth);
        return growth;
    }

    // Of the least times, or the middle one of all attempts: one lucky small run must not count against the large ones.
    private static double GrowthIn(List<(TimeSpan Small, TimeSpan Large)> attempts) => Math.Min(
        attempts.Min(static times => times.Large) / attempts.Min(static times => times.Small),
        attempts.Select(static times => times.Large / times.Small).Order().ElementAt(attempts.Count / 2));

    // Without collections: those of a large run move its living objects several times, which grows faster than the run does.
    private static async Task<TimeSpan> MeasureAsync(Func<Task> run)
    {
        var collectsNothing = GC.TryStartNoGCRegion(MostBytes);
        try
        {
            var before = Environment.CpuUsage.TotalTime;
            await run();
            return Environment.CpuUsage.TotalTime - before;
        }
        finally
        {
            // A run that needed more memory has ended the region.
            if (collectsNothing && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                GC.EndNoGCRegion();
        }
    }
}
