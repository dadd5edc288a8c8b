// Health checks until a signal ends the run; state lives in fields of the invocation (after samples of Temporal).
using Microsoft.Extensions.Logging;

public sealed record ClusterPlan(int Nodes);

public sealed record ShutDown(string By);

public sealed record ClusterReport(int MaxAssigned, List<string> Bad);

public interface ICluster
{
    Task<List<string>> FindBadAsync(IReadOnlyCollection<string> nodes, CancellationToken cancellationToken);
}

public sealed class ClusterLifetime(ICluster cluster)
{
    private readonly SortedDictionary<string, bool> _nodes = new(StringComparer.Ordinal);

    /// <summary>Watches a cluster until somebody shuts it down.</summary>
    [Workflow("manage_cluster")]
    public async Task<ClusterReport> RunAsync(WorkflowContext ctx, ClusterPlan plan)
    {
        foreach (var node in Enumerable.Range(1, plan.Nodes))
            _nodes[$"node-{node}"] = true;

        for (var check = 0; ; check++)
        {
            await CheckHealthAsync(ctx, check);
            try
            {
                var order = await ctx.WaitForSignalAsync<ShutDown>("shut_down", $"check_{check}", TimeSpan.FromMinutes(10));
                ctx.Logger.LogInformation("{By} shut the cluster down", order.By);
                return new(plan.Nodes, [.. _nodes.Where(node => !node.Value).Select(node => node.Key)]);
            }
            catch (WaitTimeoutException)
            {
                // The next check is due.
            }
        }
    }

    private async Task CheckHealthAsync(WorkflowContext ctx, int check)
    {
        var good = _nodes.Where(node => node.Value).Select(node => node.Key).ToList();
        foreach (var bad in await ctx.StepAsync("find_bad", ct => cluster.FindBadAsync(good, ct), new StepOptions { Key = $"{check}" }))
            _nodes[bad] = false;
    }
}
