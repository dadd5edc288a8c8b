using System.Globalization;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>
/// Compares the cost of replays with that of a <c>hello</c>: processor time and allocated bytes. All take turns in short rounds of one process, so that other work on the machine slows all of them
/// down.
/// </summary>
internal static class ReplayCost
{
    // The runtime's compiler works in the background until everything was called often enough, and its processor time counts too.
    private const int WarmUps = 20;
    private const int Rounds = 25;

    // Steps of a round, in as many runs as they take.
    private const int StepsPerRound = 5_000;

    // 10,000 records of 1 KB are more than a request may bring.
    private const int MostLargeRecords = 5_000;

    public static async Task RunAsync()
    {
        var hello = new Case("hello", steps: 0, new InMemoryEndpoint(InvokeBodies.Hello, """{"status":"completed","output":"""));
        List<Case> cases = [hello];
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var steps in (int[])[0, 1, 100, 1_000, kind == RecordKind.LargeRecords ? MostLargeRecords : Components.MostSteps])
                cases.Add(new Case($"{kind}", steps, new InMemoryEndpoint(InvokeBodies.Replay(kind, steps), """{"status":"completed","output":""")));
        }

        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var one in cases)
                await one.RunRoundAsync(isCounted: round >= 0);
        }

        Console.WriteLine($"Median of {Rounds} rounds:");
        Console.WriteLine("what           steps         ns  to hello      bytes   ns/step   bytes/step");
        var none = cases.Where(static one => one.Steps == 0).ToDictionary(static one => one.Name);
        foreach (var one in cases)
        {
            var (time, bytes) = one.Median;
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"{one.Name,-12} {one.Steps,7} {time,10:F0} {time / hello.Median.Nanoseconds,9:F2} {bytes,10:F0}"));
            var (ofNone, bytesOfNone) = none[one.Name].Median;
            Console.WriteLine(one.Steps == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {(time - ofNone) / one.Steps,9:F0} {(bytes - bytesOfNone) / one.Steps,12:F1}"));
        }
    }

    private sealed class Case(string name, int steps, InMemoryEndpoint endpoint)
    {
        private readonly int _runs = Math.Max(StepsPerRound / Math.Max(steps, 10), 1);
        private readonly List<(double Nanoseconds, double Bytes)> _rounds = [];

        public string Name => name;

        public int Steps => steps;

        public (double Nanoseconds, double Bytes) Median => (MedianOf(static round => round.Nanoseconds), MedianOf(static round => round.Bytes));

        public async Task RunRoundAsync(bool isCounted)
        {
            var (bytes, time) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
            for (var i = 0; i < _runs; i++)
                await endpoint.InvokeAsync();
            (time, bytes) = (Environment.CpuUsage.TotalTime - time, GC.GetTotalAllocatedBytes(precise: true) - bytes);
            if (isCounted)
                _rounds.Add((time.TotalNanoseconds / _runs, bytes / (double)_runs));
        }

        private double MedianOf(Func<(double Nanoseconds, double Bytes), double> figure) => _rounds.Select(figure).Order().ElementAt(_rounds.Count / 2);
    }
}
