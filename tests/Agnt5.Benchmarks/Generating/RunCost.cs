using System.Diagnostics;

namespace Agnt5.Benchmarks.Generating;

/// <summary>What a run of the generator costs.</summary>
/// <param name="Time">How long it takes.</param>
/// <param name="Processor">The processor time of this program, which other programs of a busy machine do not add to.</param>
internal readonly record struct RunCost(TimeSpan Time, TimeSpan Processor)
{
    public static RunCost Of(Action run)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        run();
        return new(watch.Elapsed, Environment.CpuUsage.TotalTime - before);
    }
}
