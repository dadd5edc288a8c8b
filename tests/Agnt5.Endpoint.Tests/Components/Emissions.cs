namespace Agnt5.Endpoint.Tests.Components;

public sealed record Progress(int Percent, string? Note);

public sealed class Emissions(Gates gates)
{
    [Workflow]
    public static async Task<string> Report(WorkflowContext ctx)
    {
        await ctx.EmitAsync("run.begun", new Progress(0, null));
        await ctx.StepAsync("work", () => ctx.EmitAsync("work.done", 50).AsTask());
        await ctx.EmitAsync("run.worked", 60);
        try
        {
            await ctx.StepAsync("fail", async () =>
            {
                await ctx.EmitAsync("work.failing", 70);
                throw new TimeoutException("silence");
            });
        }
        catch (StepFailedException)
        {
            await ctx.EmitAsync("run.caught", 80);
        }

        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
        await ctx.EmitAsync("run.done", 100);
        throw new InvalidOperationException("after all");
    }

    [Function]
    public static async Task Announce(FunctionContext ctx)
    {
        var metadata = new Dictionary<string, string> { ["k"] = "v" };
        await ctx.EmitAsync(" full ", new Progress(1, "n"), new EmitOptions
        {
            DataType = "progress",
            Metadata = metadata,
            TimestampNs = 1_900_000_000_000_000_000,
            CorrelationId = "c",
            ParentEventId = "p",
            StepKey = "s",
        });
        metadata["k"] = "changed";
        await ctx.EmitAsync<string?>("blank", null, new EmitOptions { DataType = " ", Metadata = new Dictionary<string, string>(), CorrelationId = "", ParentEventId = " ", StepKey = "\t" });
    }

    [Workflow]
    public static async Task EmitBadly(WorkflowContext ctx, string how)
    {
        if (how == "blank type")
            await ctx.EmitAsync(" ", 1);
        else if (how == "knot")
            await ctx.EmitAsync("knot", Faults.Tie());
        else
            await Task.Run(() => ctx.EmitAsync("elsewhere", 1).AsTask());
    }

    /// <summary>Emits from steps of two branches.</summary>
    [Workflow]
    public async Task EmitTogether(WorkflowContext ctx)
    {
        var slow = ctx.StepAsync("slow", async () =>
        {
            await gates.PassAsync("slow");
            await ctx.EmitAsync("second", 2);
        });
        await ctx.StepAsync("quick", () => ctx.EmitAsync("first", 1).AsTask());
        gates.Open("slow");
        await slow;
        await ctx.EmitAsync("third", 3);
    }
}
