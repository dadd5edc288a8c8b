namespace Agnt5.Hostile.Tests.Components;

/// <summary>Workflows whose callers decide how many durable calls they make.</summary>
public static class Crowds
{
    /// <summary>One step for each id, all at the same time.</summary>
    [Workflow]
    public static async Task<int> FanOut(WorkflowContext ctx, IReadOnlyList<int> ids)
    {
        var allHaveBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var steps = ids.Select(id => ctx.StepAsync("work", () => allHaveBegun.Task, new StepOptions { Key = $"{id}" })).ToList();
        allHaveBegun.SetResult();
        await Task.WhenAll(steps);
        return ids.Count;
    }
}
