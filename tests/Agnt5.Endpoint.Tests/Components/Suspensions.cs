namespace Agnt5.Endpoint.Tests.Components;

public sealed class Suspensions(Gates gates, Notebook notebook)
{
    /// <summary>Has everything around a wait that could see an exception.</summary>
    [Workflow]
    public async Task<string> WaitGuarded(WorkflowContext ctx, string wait)
    {
        await using var resource = new Resource(notebook);
        try
        {
            try
            {
                await WaitAsync(ctx, wait);
            }
            catch (Exception) when (Note("filter"))
            {
                notebook.Write("catch");
            }
        }
        finally
        {
            notebook.Write("finally");
        }

        return "through";
    }

    /// <summary>Waits beside work of its own, which goes on after the slice has ended.</summary>
    [Workflow]
    public async Task<string> WaitBesideForeignWork(WorkflowContext ctx)
    {
        var forever = Task.Delay(Timeout.Infinite);
        var foreign = ForeignAsync(ctx);
        _ = Task.Run(() => ForeignAsync(ctx, "elsewhere"));
        await Task.WhenAny(forever, foreign, new TaskCompletionSource().Task, ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap"));
        notebook.Write("woken");
        return "through";
    }

    private async Task ForeignAsync(WorkflowContext ctx, string name = "foreign")
    {
        await gates.PassAsync(name);
        notebook.Write($"{name} goes on");
        try
        {
            await ctx.StepAsync(name, () => notebook.Write($"{name} step"));
        }
        catch (NonRetryableException refused)
        {
            notebook.Write(refused.Message.Contains("AGT4013", StringComparison.Ordinal) ? "refused" : refused.Message);
        }

        await gates.PassAsync($"{name} is over");
    }

    private static Task WaitAsync(WorkflowContext ctx, string wait) => wait switch
    {
        "sleep" => ctx.SleepAsync(TimeSpan.FromSeconds(1)),
        "ask" => ctx.AskAsync("?"),
        "ask many" => ctx.AskManyAsync("?", Question.MultiSelect("a")),
        "signal" => ctx.WaitForSignalAsync<string>("go"),
        "yield" => ctx.YieldIfNeededAsync().AsTask(),
        _ => ctx.StepAsync("flaky", Task () => throw new TimeoutException("silence"), new StepOptions { MaxAttempts = 2, InitialInterval = TimeSpan.FromSeconds(40) }),
    };

    private bool Note(string line)
    {
        notebook.Write(line);
        return true;
    }

    private sealed class Resource(Notebook notebook) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            notebook.Write("disposed");
            return ValueTask.CompletedTask;
        }
    }
}
