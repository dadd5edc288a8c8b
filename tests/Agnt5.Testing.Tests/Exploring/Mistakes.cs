namespace Agnt5.Testing.Tests.Exploring;

// The analyzers know most of these mistakes. Here Explore has to find them.
#pragma warning disable AGT4001, AGT4002, AGT4004, AGT4006, AGT4007, AGT4008, AGT4009, AGT4015, AGT4017, AGT4024 // Each workflow has one of these mistakes on purpose.

/// <summary>Workflows with one mistake each. <see cref="Corrections"/> has each of them without it.</summary>
public static class Mistakes
{
    private static int _labels;
    private static bool _hasGreeted;

    /// <summary>Forgets what only a new process would not know.</summary>
    public static void ForgetAll() => _hasGreeted = false;

    /// <summary>The clock decides, and says something else when the run is replayed later.</summary>
    [Workflow]
    public static async Task<string> ClockInTheBody(WorkflowContext ctx, [FromServices] TimeProvider time)
    {
        var payment = await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return time.GetUtcNow().Month == 1 ? $"{payment} in January" : payment;
    }

    /// <summary>The number of an order is made anew in each replay.</summary>
    [Workflow]
    public static async Task<string> ChanceInTheBody(WorkflowContext ctx)
    {
        var number = Guid.NewGuid();
        var payment = await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return $"{payment} {number}";
    }

    /// <summary>Keys of steps come from a counter of the process.</summary>
    [Workflow]
    public static async Task<string> SharedCounter(WorkflowContext ctx)
    {
        await ctx.StepAsync("label", static _ => Task.FromResult("printed"), new StepOptions { Key = $"{Interlocked.Increment(ref _labels)}" });
        return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
    }

    /// <summary>Steps are named by the position in a set, whose order is another one in each replay.</summary>
    [Workflow]
    public static async Task<string> NamedByThePosition(WorkflowContext ctx, [FromServices] Shelf shelf)
    {
        var packed = new List<string>();
        foreach (var (position, parcel) in shelf.Parcels().Index())
            packed.Add(await ctx.StepAsync("pack", _ => Task.FromResult(parcel), new StepOptions { Key = $"{position}" }));
        return string.Join(' ', packed.Order(StringComparer.Ordinal));
    }

    /// <summary>The compensation is no step, so a retry ships what was refunded.</summary>
    [Workflow]
    [Retries(3)]
    public static async Task<string> RethrowsAfterCompensation(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        await ctx.StepAsync("charge", _ => ledger.AddAsync("charge"));
        try
        {
            return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        }
        catch (StepFailedException)
        {
            await ledger.AddAsync("refund");
            throw;
        }
    }

    /// <summary>Results are collected in the order in which they come.</summary>
    [Workflow]
    public static async Task<string> OrderOfCompletion(WorkflowContext ctx)
    {
        var offers = new List<string>();
        await Task.WhenAll(AddAsync("sea"), AddAsync("air"), AddAsync("land"));
        return string.Join(' ', offers);

        async Task AddAsync(string way) => offers.Add(await ctx.StepAsync("offer", _ => Task.FromResult(way), new StepOptions { Key = way }));
    }

    /// <summary>A mail is sent outside of a step, so each replay sends it again.</summary>
    [Workflow]
    public static async Task<string> EffectOutsideOfSteps(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        await ledger.AddAsync("mail");
        await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
    }

    /// <summary>A static field decides which step is made.</summary>
    [Workflow]
    public static async Task<string> StaticState(WorkflowContext ctx)
    {
        var greeting = await ctx.StepAsync(_hasGreeted ? "greet_again" : "greet", static _ => Task.FromResult("hello"));
        _hasGreeted = true;
        return greeting;
    }

    /// <summary>A service remembers what a step gave, so that the replay does not ask for its record.</summary>
    [Workflow]
    public static async Task<string> MemoryOfAService(WorkflowContext ctx, [FromServices] Rates rates)
    {
        rates.Known ??= await ctx.StepAsync("load_rate", static _ => Task.FromResult("1.10"));
        return await ctx.StepAsync("pay", _ => Task.FromResult($"paid at {rates.Known}"));
    }

    /// <summary>A step sets a variable, which a replay does not set.</summary>
    [Workflow]
    public static async Task<string> VariableOfAStep(WorkflowContext ctx)
    {
        var total = 0;
        await ctx.StepAsync("add", _ =>
        {
            total += 5;
            return Task.CompletedTask;
        });
        await ctx.StepAsync("ship", static _ => Task.CompletedTask);
        return $"{total} in all";
    }

    /// <summary>A service decides whether an event is emitted, so that the replay counts other events.</summary>
    [Workflow]
    public static async Task<string> EventThatIsForgotten(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        if (ledger.Entries.Count == 0)
        {
            await ledger.AddAsync("told");
            await ctx.EmitAsync("order.accepted", "o-1");
        }

        var shipped = await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        await ctx.StepAsync("tell", static _ => Task.CompletedTask);
        await ctx.EmitAsync("order.shipped", "o-1");
        return shipped;
    }
}
