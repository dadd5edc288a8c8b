// Whatever a step does is its own affair: clocks, threads, the environment, blocking, a logger (after samples of DBOS).
using System.Diagnostics;
using Microsoft.Extensions.Logging;

public sealed record ReportRequest(string Name);

public sealed record Measured(int Rows, long Ms, string Machine);

public sealed class WorkInsideSteps(ILogger<WorkInsideSteps> logger, TimeProvider time)
{
    private static int _reports;

    /// <summary>Makes a report in one step.</summary>
    [Workflow]
    public async Task<Measured> MakeReport(WorkflowContext ctx, ReportRequest request)
    {
        var measured = await ctx.StepAsync("measure", async ct =>
        {
            var watch = Stopwatch.StartNew();
            logger.LogInformation("Report {Name} begins at {Time}", request.Name, time.GetUtcNow());
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct).ConfigureAwait(false);
            var rows = await Task.Run(() => Count(1_000), ct).ConfigureAwait(false);
            Interlocked.Increment(ref _reports);
            return new Measured(rows, watch.ElapsedMilliseconds, Environment.MachineName);
        });

        await ctx.StepAsync("save", ct => SaveAsync(request.Name, measured, ct));
        return measured;
    }

    private static int Count(int numbers) => Enumerable.Range(0, numbers).AsParallel().Count(number => number % 7 == Random.Shared.Next(7));

    private async Task SaveAsync(string name, Measured measured, CancellationToken cancellationToken)
    {
        var folder = Environment.GetEnvironmentVariable("REPORTS") ?? Path.GetTempPath();
        await using var file = File.CreateText(Path.Combine(folder, $"{name}-{DateTime.Today:yyyyMMdd}.txt"));
        await file.WriteLineAsync($"{measured.Rows} rows".AsMemory(), cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Report {Name} is saved", name);
    }
}
