public sealed record Line(string Sku, int Count);

public static class Orders
{
    private static readonly StepOptions Patient = new() { MaxAttempts = 3 };

    private static readonly StepOptions Keyed = new() { Key = "fixed" };

    [Workflow]
    public static async Task Shared(WorkflowContext ctx, Line[] lines, [FromServices] StepOptions given)
    {
        var local = new StepOptions { MaxAttempts = 2 };
        foreach (var line in lines)
        {
            var own = new StepOptions { Key = line.Sku };
            await ctx.StepAsync({|AGT4008:"a"|}, () => 1, Patient);
            await ctx.StepAsync({|AGT4008:"b"|}, () => 1, Keyed);
            await ctx.StepAsync({|AGT4008:"c"|}, () => 1, local);
            await ctx.StepAsync({|AGT4008:"d"|}, () => 1, given);
            await ctx.StepAsync({|AGT4008:"e"|}, () => 1, Keyed with { MaxAttempts = 4 });
            await ctx.StepAsync("f", () => 1, Patient with { Key = line.Sku });
            await ctx.StepAsync("g", () => 1, own);
            await Try(ctx);
        }
    }

    private static async Task<bool> Try(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync({|AGT4008:"try"|}, () => 1, Patient);
            return true;
        }
        catch (StepFailedException)
        {
            return false;
        }
    }

    [Workflow]
    public static async Task Loops(WorkflowContext ctx, string id, Line[] lines, string? pause = null)
    {
        foreach (var line in lines)
        {
            await ctx.StepAsync({|AGT4008:"reserve"|}, () => line.Count);
            await ctx.StepAsync({|AGT4008:"reserve"|}, () => line.Count, new StepOptions { Key = id });
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), {|AGT4008:"pause"|});
            await ctx.WaitForSignalAsync<int>({|AGT4008:"packed"|});
            await ctx.StepAsync("reserve", () => line.Count, new StepOptions { Key = line.Sku });
            await ctx.StepAsync($"reserve-{line.Sku}", () => line.Count);
            await ctx.WaitForSignalAsync<int>("packed", step: line.Sku);
            await ctx.SleepAsync(TimeSpan.FromSeconds(1));
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), pause);
            await ctx.StepAsync({|AGT4008:$"for-{id}"|}, () => { });
            await ctx.AskAsync("Packed?");
            await Pack(ctx);
            await Check(ctx, line);
        }

        for (var i = 0; i < 3; i++)
            await ctx.StepAsync($"try-{i}", () => { });
        var round = 0;
        while (round < 3)
        {
            round++;
            await ctx.StepAsync("round", () => { }, new StepOptions { Key = $"{round}" });
        }

        await Task.WhenAll(lines.Select(line => ctx.StepAsync({|AGT4008:"ship"|}, () => line.Count)));
        await Task.WhenAll(lines.Select(line => ctx.StepAsync({|AGT4008:$"pack-{id}"|}, () => line.Count)));
        await Task.WhenAll(lines.Select(line =>
        {
            var sku = line.Sku;
            return ctx.StepAsync({|AGT4008:"label"|}, () => sku.Length, new StepOptions { Key = id });
        }));
        await Task.WhenAll(lines.Select(line => ctx.StepAsync("ship", () => line.Count, new StepOptions { Key = line.Sku })));
        await ctx.StepAsync("once", () => lines.Sum(line => line.Count));
    }

    [Agent]
    public static async Task<string> Talk(AgentContext ctx, string message, AgentCallOptions given)
    {
        foreach (var word in message.Split(' '))
        {
            await ctx.CallModelAsync([], key: {|AGT4008:"word"|});
            await ctx.CallModelAsync([], key: $"word-{word}");
            await ctx.CallModelAsync([]);
            await ctx.RunAgentAsync("billing", word, new() { Key = {|AGT4008:"word"|} });
            await ctx.RunAgentAsync("billing", word, new() { Key = word });
            await ctx.RunAgentAsync("billing", word, new() { SessionId = message, Key = "word" });
            await ctx.RunAgentAsync("billing", word, given);
            await ctx.RunAgentAsync("billing", word);
            await ctx.RunAsync(word);
        }

        return message;
    }

    [Workflow]
    public static async Task<int> UntilItWorks(WorkflowContext ctx)
    {
        while (true)
        {
            try
            {
                return await ctx.StepAsync("charge", () => 1);
            }
            catch (StepFailedException)
            {
                await ctx.SleepAsync(TimeSpan.FromSeconds(1));
            }
        }
    }

    [Workflow]
    public static async Task UntilDone(WorkflowContext ctx, List<string> skus)
    {
        var done = false;
        while (!done)
        {
            try
            {
                await ctx.StepAsync("charge", () => 1);
                done = true;
            }
            catch (StepFailedException)
            {
                await ctx.SleepAsync(TimeSpan.FromSeconds(1));
            }
        }

        using var each = skus.GetEnumerator();
        while (each.MoveNext())
            await ctx.StepAsync("each", () => 1, new StepOptions { Key = each.Current });
        foreach (var sku in skus)
            while (true)
            {
                await ctx.StepAsync({|AGT4008:"inner"|}, () => sku.Length);
                break;
            }
    }

    [Workflow]
    public static async Task UntilBreak(WorkflowContext ctx)
    {
        for (var i = 0; i < 3; i++)
        {
            await ctx.StepAsync("charge", () => 1);
            break;
        }
    }

    private static Task Pack(WorkflowContext ctx) => ctx.StepAsync({|AGT4008:"pack"|}, () => { });

    private static Task Check(WorkflowContext ctx, Line line) => ctx.StepAsync("check", () => { }, new StepOptions { Key = line.Sku });
}
