// Timing a step with a stopwatch in the body (after samples of Durable Task).
using System.Diagnostics;

public sealed record Load(string Table);

public sealed record Loaded(int Rows, double Seconds, long Ticks);

public interface IWarehouse
{
    Task<int> LoadAsync(string table, CancellationToken cancellationToken);
}

public sealed class StopwatchAroundStep(IWarehouse warehouse)
{
    /// <summary>Loads a table and says how long it took.</summary>
    [Workflow]
    public async Task<Loaded> LoadTable(WorkflowContext ctx, Load load)
    {
        var watch = {|AGT4001:Stopwatch.StartNew()|};
        var begin = {|AGT4001:Environment.TickCount64|};
        var rows = await ctx.StepAsync("load", ct => warehouse.LoadAsync(load.Table, ct));
        return new(rows, watch.Elapsed.TotalSeconds, begin);
    }
}
