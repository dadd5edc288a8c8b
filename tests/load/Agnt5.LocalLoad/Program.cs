using System.Diagnostics;
using System.Globalization;
using System.Text;
using Agnt5;
using Agnt5.Local;
using Agnt5.LocalLoad;

if (args is ["file", var folder, ..])
{
    var counts = args.Skip(2).Select(static count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
    await FileLoad.RunAsync(folder, counts.ElementAtOrDefault(0) is > 0 and var few ? few : 10_000, 64, 100_000, counts.ElementAtOrDefault(1) is > 0 and var many ? many : 1_000_000);
    return;
}

// Runs short runs under the local AGNT5 in this process: so many, by so many callers at once, each of whom waits for the end of one run before the next.
var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
var callers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 64;
await using var agnt5 = await LocalAgnt5Engine.StartAsync(Agnt5Components.Catalog);

// What is compiled at first use is not counted.
await MeasureAsync(ComponentType.Function, "double", runs / 5);
await MeasureAsync(ComponentType.Workflow, "add_three", runs / 5);
Console.WriteLine($"{runs:N0} runs each, {callers} callers, {Environment.ProcessorCount} processors");
Console.WriteLine(await MeasureAsync(ComponentType.Function, "double", runs));
Console.WriteLine(await MeasureAsync(ComponentType.Workflow, "add_three", runs));

async Task<string> MeasureAsync(ComponentType type, string name, int count)
{
    var next = 0;
    var latencies = new double[count];
    var input = Encoding.UTF8.GetBytes("""{"number":20}""");
    using var process = Process.GetCurrentProcess();
    var (began, cpu, allocated) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
    await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
    process.Refresh();
    var elapsed = Stopwatch.GetElapsedTime(began);
    var cpuPerRun = (process.TotalProcessorTime - cpu).TotalMicroseconds / count;
    Array.Sort(latencies);
    var (p50, p99, bytes) = (latencies[count / 2], latencies[count * 99 / 100], (GC.GetTotalAllocatedBytes() - allocated) / count);
    return string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10} {count / elapsed.TotalSeconds,8:N0} runs/s  {cpuPerRun,6:N0} µs CPU a run  p50 {p50:N2} ms  p99 {p99:N2} ms  {bytes:N0} B allocated a run");

    async Task CallAsync()
    {
        for (var run = Interlocked.Increment(ref next) - 1; run < count; run = Interlocked.Increment(ref next) - 1)
        {
            var submitted = Stopwatch.GetTimestamp();
            var ended = await agnt5.WaitAsync(await agnt5.SubmitAsync(type, name, input));
            latencies[run] = Stopwatch.GetElapsedTime(submitted).TotalMilliseconds;
            if (ended.Status != LocalRunStatus.Completed)
                throw new InvalidOperationException($"{name} is {ended.Status}: {ended.ErrorMessage}");
        }
    }
}
