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

    /// <summary>Two steps for each id, one after the other, of which the first fails for odd ids.</summary>
    [Workflow]
    public static async Task<int> FanOutInTwo(WorkflowContext ctx, IReadOnlyList<int> ids)
    {
        var branches = ids.Select(BranchAsync).ToList();
        foreach (var branch in branches)
            await Task.WhenAny(branch);
        return branches.Count(static branch => branch.IsFaulted);

        async Task BranchAsync(int id)
        {
            await ctx.StepAsync("first", () => ThrowIf(id % 2 == 1), new StepOptions { Key = $"{id}" });
            await ctx.StepAsync("second", static () => { }, new StepOptions { Key = $"{id}" });
        }
    }

    /// <summary>Steps that all fail, which ends the run: with the first failure or with all of them.</summary>
    [Workflow]
    public static async Task FailTogether(WorkflowContext ctx, IReadOnlyList<int> ids, bool withAll)
    {
        var all = Task.WhenAll(ids.Select(id => ctx.StepAsync("work", static () => ThrowIf(true), new StepOptions { Key = $"{id}" })).ToList());
        try
        {
            await all;
        }
        catch (StepFailedException) when (withAll)
        {
            await ctx.StepAsync("note", static () => { });
            throw all.Exception!;
        }
    }

    /// <summary>Tries a step again and again, and then runs other steps while the failure of a branch is open.</summary>
    [Workflow]
    public static async Task<int> TryAgain(WorkflowContext ctx, int times, int others)
    {
        var caught = 0;
        while (caught < times)
        {
            try
            {
                await ctx.StepAsync("work", static () => ThrowIf(true));
                break;
            }
            catch (StepFailedException)
            {
                caught++;
            }
        }

        var branch = others > 0 ? FailAsync() : Task.CompletedTask;
        for (var i = 0; i < others; i++)
            await ctx.StepAsync("other", static () => { }, new StepOptions { Key = $"{i}" });
        await Task.WhenAny(branch);
        return caught;

        async Task FailAsync() => await ctx.StepAsync("branch", static () => ThrowIf(true));
    }

    /// <summary>Sleeps for all durations at once, and runs a step for each id beside.</summary>
    [Workflow]
    public static async Task<int> SleepTogether(WorkflowContext ctx, IReadOnlyList<long> durations, IReadOnlyList<int> ids, bool named)
    {
        var sleeps = durations.Select((duration, i) => ctx.SleepAsync(TimeSpan.FromMilliseconds(duration), named ? $"nap {i}" : null)).ToList();
        foreach (var id in ids)
            await ctx.StepAsync("work", static () => { }, new StepOptions { Key = $"{id}" });
        await Task.WhenAll(sleeps);
        return sleeps.Count;
    }

    [Workflow]
    public static async Task<int> AskTogether(WorkflowContext ctx, int questions)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, questions).Select(i => ctx.AskAsync($"{i}?")));
        return answers.Length;
    }

    [Workflow]
    public static async Task<int> ListenTogether(WorkflowContext ctx, int signals)
    {
        var payloads = await Task.WhenAll(Enumerable.Range(0, signals).Select(i => ctx.WaitForSignalAsync<string>("go", $"{i}", TimeSpan.FromDays(1))));
        return payloads.Length;
    }

    [Workflow]
    public static async Task<int> ChooseMany(WorkflowContext ctx, IReadOnlyList<string> options)
    {
        var chosen = await ctx.AskManyAsync("Which?", Question.MultiSelect([.. options.Select(static id => new QuestionOption(id, id))]));
        return chosen?.Count ?? 0;
    }

    /// <summary>Reads the clock and emits an event, each so many times.</summary>
    [Workflow]
    public static async Task<int> Chatter(WorkflowContext ctx, int times)
    {
        for (var i = 0; i < times; i++)
            await ctx.EmitAsync("said", ctx.UtcNow.Millisecond < 0);
        return times;
    }

    [Function]
    public static async Task<int> ChatterOutside(FunctionContext ctx, int times)
    {
        for (var i = 0; i < times; i++)
            await ctx.EmitAsync("said", i);
        return times;
    }

    [Workflow]
    public static Task<int> RunNamed(WorkflowContext ctx, string name) => ctx.StepAsync(name, static () => 1);

    private static void ThrowIf(bool fails)
    {
        if (fails)
            throw new TimeoutException("silence");
    }
}
