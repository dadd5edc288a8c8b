namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Workflows with steps that fail, which do nothing wrong.</summary>
public static class HonestFailures
{
    /// <summary>A failure after which the run does nothing more.</summary>
    [Workflow]
    public static async Task<string> CatchesAtItsEnd(WorkflowContext ctx)
    {
        await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        try
        {
            return await ctx.StepAsync("notify", static _ => Task.FromResult("notified"), new StepOptions { MaxAttempts = 1 });
        }
        catch (StepFailedException)
        {
            return "not notified";
        }
    }

    /// <summary>A compensation that does not work either.</summary>
    [Workflow]
    public static async Task<string> SagaWhoseReleaseFails(WorkflowContext ctx)
    {
        var held = new List<string>();
        try
        {
            foreach (var item in (string[])["tea", "cup"])
                held.Add(await ctx.StepAsync("hold", _ => Task.FromResult(item), new StepOptions { Key = item }));
            return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        }
        catch (StepFailedException)
        {
            var released = new List<string>();
            foreach (var item in held)
            {
                try
                {
                    released.Add(await ctx.StepAsync("release", _ => Task.FromResult(item), new StepOptions { Key = item }));
                }
                catch (StepFailedException)
                {
                    // A person looks at it.
                }
            }

            return $"released {string.Join(' ', released)}";
        }
    }

    /// <summary>The first of two that succeeds is taken, and the other one may fail or wait for its retry.</summary>
    [Workflow]
    public static async Task<string> PrimaryOrBackup(WorkflowContext ctx)
    {
        var primary = ctx.StepAsync("primary", static _ => Task.FromResult("primary"), new StepOptions { MaxAttempts = 2, InitialInterval = TimeSpan.FromMinutes(1) });
        var backup = ctx.StepAsync("backup", static _ => Task.FromResult("backup"));
        var first = await Task.WhenAny(primary, backup);
        return first.IsCompletedSuccessfully ? await first : await backup;
    }

    /// <summary>The fake fails at its first call, and not at another one.</summary>
    [Workflow]
    public static async Task<string> CallsWhatFailsOnce(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        var called = await ctx.StepAsync(
            "call",
            async _ =>
            {
                await ledger.AddAsync("call");
                return ledger.Entries.Count > 1 ? "called" : throw new InvalidOperationException("The line is busy.");
            },
            new StepOptions { MaxAttempts = 3 });
        return await ctx.StepAsync("note", _ => Task.FromResult($"{called} and noted"));
    }
}
