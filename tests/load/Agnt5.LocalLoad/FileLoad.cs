using System.Diagnostics;
using System.Globalization;
using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Agnt5.Local.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.LocalLoad;

/// <summary>Measures the engine on a file: how many runs a second, what runs that wait cost, how late timers are, and how long a start takes with many runs in the file.</summary>
internal static class FileLoad
{
    private const int AtOnce = 2_000;
    private const string Secret = "the secret of an endpoint of this process";

    /// <param name="folder">Where the files go. It must be on the disk that is to be measured.</param>
    /// <param name="runs">How many runs of three steps.</param>
    /// <param name="callers">By how many callers at once.</param>
    /// <param name="waiting">How many runs wait.</param>
    /// <param name="ended">How many runs have ended before the start.</param>
    public static async Task RunAsync(string folder, int runs, int callers, int waiting, int ended)
    {
        Directory.CreateDirectory(folder);
        await MeasureRunsAsync(Path.Combine(folder, "runs.db"), runs, callers);
        await MeasureWaitingAsync(Path.Combine(folder, "waiting.db"), waiting);
        await MeasureStartAsync(Path.Combine(folder, "ended.db"), ended);
    }

    private static async Task MeasureRunsAsync(string path, int runs, int callers)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { Path = path });
        await using var engine = await StartAsync(store);
        await CallAsync(engine, runs / 5, callers, "add_three", """{"number":20}""");
        using var process = Process.GetCurrentProcess();
        var (began, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var latencies = await CallAsync(engine, runs, callers, "add_three", """{"number":20}""");
        process.Refresh();
        var elapsed = Stopwatch.GetElapsedTime(began);
        var cpuPerRun = (process.TotalProcessorTime - cpu).TotalMicroseconds / runs;
        var (p50, p99) = (latencies[runs / 2], latencies[runs * 99 / 100]);
        Print($"add_three {runs / elapsed.TotalSeconds:N0} runs/s, {cpuPerRun:N0} µs CPU a run, p50 {p50:N1} ms, p99 {p99:N1} ms, {process.WorkingSet64 / 1_000_000} MB");
    }

    private static async Task MeasureWaitingAsync(string path, int waiting)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { Path = path });
        var deploymentId = await DeployAsync(store);
        var nowMs = NowMs();
        Save(store, waiting, number => Run(number, deploymentId, nowMs) with
        {
            Phase = RunPhase.Paused,
            WakeAtMs = nowMs + 3_600_000 + number,
            Pause = new TimerPause(nowMs + 3_600_000 + number, "nap"),
            Checkpoint = """{"steps":{}}"""u8.ToArray(),
        });
        await using var engine = await StartAsync(store);
        GC.Collect();
        Print($"{waiting:N0} runs wait: {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB of objects, {Environment.WorkingSet / 1_000_000} MB in all");

        var soonMs = NowMs() + 5_000;
        Print($"1,000 timers beside them, 5 ms apart: {await NapAsync(engine, Enumerable.Range(0, 1_000).Select(number => soonMs + (number * 5)))}");

        var dueMs = NowMs() + 20_000;
        Print($"10,000 timers at one time: {await NapAsync(engine, Enumerable.Repeat(dueMs, 10_000))}");
    }

    private static async Task MeasureStartAsync(string path, int ended)
    {
        using (var store = SqliteStore.Open(new SqliteStoreOptions { Path = path }))
        {
            var deploymentId = await DeployAsync(store);
            Save(store, ended, number => Run(number, deploymentId, number) with
            {
                Phase = RunPhase.Completed,
                EndedAtMs = number + 10,
                Outcome = new RunOutcome { Output = """{"shipped":true}"""u8.ToArray() },
            });
        }

        var began = Stopwatch.GetTimestamp();
        using var opened = SqliteStore.Open(new SqliteStoreOptions { Path = path });
        await using var engine = await StartAsync(opened);
        var started = Stopwatch.GetElapsedTime(began);
        var listed = engine.ListRuns(new RunFilter { Phases = [RunPhase.Completed] }).Count;
        var shown = Stopwatch.GetElapsedTime(began);
        var took = $"{started.TotalMilliseconds:N0} ms, and with the first list of {listed} runs {shown.TotalMilliseconds:N0} ms";
        Print($"start with {ended:N0} ended runs in {new FileInfo(path).Length / 1_000_000} MB: {took}");
    }

    private static async Task<LocalEngine> StartAsync(SqliteStore store)
    {
        var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { SigningSecret = Secret }, new ServiceCollection().BuildServiceProvider());
        var engine = LocalEngine.Start(store, new EngineSettings { MaxWaitingCommands = 1_000_000 });
        await engine.SyncAsync(new SyncRequest { Endpoint = endpoint, SigningSecret = Secret });
        return engine;
    }

    private static async Task<string> DeployAsync(SqliteStore store)
    {
        await using var engine = await StartAsync(store);
        return engine.ListEnvironments().Single().Deployments.Keys.Single();
    }

    private static async Task<double[]> CallAsync(LocalEngine engine, int count, int callers, string name, string input)
    {
        var (next, latencies) = (0, new double[count]);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var run = Interlocked.Increment(ref next) - 1; run < count; run = Interlocked.Increment(ref next) - 1)
            {
                var submitted = Stopwatch.GetTimestamp();
                var ended = await engine.WaitAsync((await engine.SubmitAsync(Request(name, input))).Run.Spec.RunId, RunStop.Ended);
                latencies[run] = Stopwatch.GetElapsedTime(submitted).TotalMilliseconds;
                if (ended.Phase != RunPhase.Completed)
                    throw new InvalidOperationException($"{name} is {ended.Phase}: {ended.Outcome?.ErrorMessage}");
            }
        })));
        Array.Sort(latencies);
        return latencies;
    }

    /// <summary>Sleeps in runs, each until its time.</summary>
    /// <returns>How late the engine began to wake them, and how late their code went on.</returns>
    private static async Task<string> NapAsync(LocalEngine engine, IEnumerable<long> untilMs)
    {
        Work.Late.Clear();
        var begun = await Task.WhenAll(untilMs.Select(async until =>
        {
            var run = (await engine.SubmitAsync(Request("nap", $$"""{"untilMs":{{until}}}"""))).Run;
            run = await engine.WaitAsync(run.Spec.RunId, RunStop.Ended);
            return run.Phase == RunPhase.Completed
                ? engine.ReadJournal(run.Spec.RunId).Single(static entry => entry.EventType == "workflow.resumed").AtMs - until
                : throw new InvalidOperationException($"The run is {run.Phase}: {run.Outcome?.ErrorMessage}");
        }));
        return $"the engine p50 {Share(begun, 50)} ms late, p99 {Share(begun, 99)} ms, their code p50 {Share(Work.Late, 50)} ms, p99 {Share(Work.Late, 99)} ms, the last {Work.Late.Max()} ms";
    }

    private static long Share(IReadOnlyCollection<long> values, int percent) => values.Order().ElementAt(values.Count * percent / 100);

    private static long NowMs() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static RunRequest Request(string name, string input) => new() { ComponentType = "workflow", ComponentName = name, Input = Encoding.UTF8.GetBytes(input) };

    private static RunState Run(int number, string deploymentId, long nowMs) => new()
    {
        Spec = new RunSpec
        {
            RunId = string.Create(CultureInfo.InvariantCulture, $"run_{number:D26}"),
            ComponentType = "workflow",
            ComponentName = "nap",
            DeploymentId = deploymentId,
            Environment = RunRequest.DefaultEnvironment,
            CreatedAtMs = nowMs,
            Retries = RetryPolicy.None,
        },
        Phase = RunPhase.Running,
        Slice = 1,
        StartedAtMs = nowMs,
    };

    private static void Save(SqliteStore store, int count, Func<int, RunState> make)
    {
        for (var first = 0; first < count; first += AtOnce)
        {
            var changes = new StoreChanges();
            for (var number = first; number < Math.Min(first + AtOnce, count); number++)
            {
                var run = make(number);
                changes.Runs[run.Spec.RunId] = run;
                changes.Inputs[run.Spec.RunId] = """{"number":20}"""u8.ToArray();
            }

            store.Commit(changes);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
