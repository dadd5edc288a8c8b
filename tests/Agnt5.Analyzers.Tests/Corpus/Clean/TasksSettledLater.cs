// Steps that are started, awaited later where a failure is caught, and tried again under their key. Objects and generic types with keys of their own.
public sealed class TasksSettledLater
{
    private Task<int>? _pending;

    /// <summary>Books side by side and books again what failed.</summary>
    [Workflow]
    public async Task<bool> Book(WorkflowContext ctx)
    {
        var hotel = ctx.StepAsync("hotel", () => 1);
        var flight = ctx.StepAsync("flight", () => 2);
        var isBooked = true;
        try
        {
            await hotel;
        }
        catch (StepFailedException)
        {
            isBooked = false;
        }

        if (!isBooked)
            await ctx.StepAsync("hotel", () => 1);
        return isBooked && await flight > 0;
    }

    /// <summary>Waits for all of them.</summary>
    [Workflow]
    public async Task All(WorkflowContext ctx)
    {
        var first = ctx.StepAsync("first", () => 1);
        var second = ctx.StepAsync("second", () => 2);
        var failed = false;
        try
        {
            await Task.WhenAll(first, second);
        }
        catch (StepFailedException)
        {
            failed = true;
        }

        if (failed)
            await ctx.StepAsync("second", () => 2);
    }

    /// <summary>Waits for one after the other.</summary>
    [Workflow]
    public async Task Each(WorkflowContext ctx)
    {
        var tasks = new List<Task<int>> { ctx.StepAsync("left", () => 1), ctx.StepAsync("right", () => 2) };
        var failures = 0;
        foreach (var task in tasks)
            try
            {
                await task;
            }
            catch (StepFailedException)
            {
                failures++;
            }

        if (failures > 0)
            await ctx.StepAsync("right", () => 2);
    }

    /// <summary>Calls a helper again that says whether it succeeded.</summary>
    [Workflow]
    public async Task Helper(WorkflowContext ctx)
    {
        if (!await Try(ctx))
            await Try(ctx);
    }

    /// <summary>Lets a local function and a lambda wait.</summary>
    [Workflow]
    public async Task Functions(WorkflowContext ctx)
    {
        var mail = ctx.StepAsync("mail", () => 1);
        var isSent = true;
        await Settle();
        if (!isSent)
            await ctx.StepAsync("mail", () => 1);

        async Task Settle()
        {
            try
            {
                await mail;
            }
            catch (StepFailedException)
            {
                isSent = false;
            }
        }
    }

    /// <summary>Lets another method wait for a task of the object.</summary>
    [Workflow]
    public async Task Field(WorkflowContext ctx)
    {
        _pending = ctx.StepAsync("count", () => 1);
        if (!await SettlePending())
            await ctx.StepAsync("count", () => 1);
    }

    /// <summary>Gives objects and types keys of their own.</summary>
    [Workflow]
    public async Task Owners(WorkflowContext ctx)
    {
        await new Shipper("dhl").ShipAsync(ctx);
        await new Shipper("ups").ShipAsync(ctx);
        await Sync<Shipper>.RunAsync(ctx);
        await Sync<Poller>.RunAsync(ctx);
        var poller = new Poller(1);
        await poller.PollAsync(ctx);
        await poller.PollAsync(ctx);
    }

    private async Task<bool> SettlePending()
    {
        try
        {
            return await _pending! > 0;
        }
        catch (StepFailedException)
        {
            return false;
        }
    }

    private static async Task<bool> Try(WorkflowContext ctx)
    {
        var bill = ctx.StepAsync("bill", () => 1);
        var isPaid = true;
        try
        {
            await bill;
        }
        catch (StepFailedException)
        {
            isPaid = false;
        }

        return isPaid;
    }

    private sealed class Shipper(string carrier)
    {
        public Task ShipAsync(WorkflowContext ctx) => ctx.StepAsync($"ship:{carrier}", () => 1);
    }

    private sealed class Poller(int round)
    {
        public Task PollAsync(WorkflowContext ctx)
        {
            round++;
            return ctx.StepAsync($"poll:{round}", () => 1);
        }
    }

    private static class Sync<T>
    {
        private static readonly string Name = typeof(T).Name;

        public static Task RunAsync(WorkflowContext ctx) => ctx.StepAsync($"sync:{Name}", () => 1);
    }
}
