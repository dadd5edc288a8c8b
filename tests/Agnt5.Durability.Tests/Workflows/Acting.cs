using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Actions of the workflows on the world. A step's name begins with <c>do_</c>, which tells its record from a timer's.</summary>
internal static class Acting
{
    /// <summary>The body of a step: takes as long as the simulation likes.</summary>
    public static async Task<string> DoAsync(this World world, WorkflowContext ctx, string step, CancellationToken cancellationToken)
    {
        var execution = world.Begin(step);
        await ctx.EmitAsync("began", execution.ToString());
        await execution.PassAsync(cancellationToken);
        await ctx.EmitAsync("ended", execution.ToString());
        return $"{step} done";
    }

    /// <summary>A step with that body.</summary>
    public static Task<string> StepAsync(this World world, WorkflowContext ctx, string name, string? key = null) =>
        ctx.StepAsync(name, ct => world.DoAsync(ctx, key is null ? name : $"{name}:{key}", ct), new StepOptions { Key = key });

    /// <summary>Emits an event, once.</summary>
    public static ValueTask TellAsync(this World world, WorkflowContext ctx, string what)
    {
        world.Note($"told {what}");
        return ctx.EmitAsync("told", what);
    }
}
