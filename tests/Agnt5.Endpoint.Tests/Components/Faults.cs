using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

public interface INotRegistered;

/// <summary>Contains itself, as data from a user's object graph can.</summary>
public sealed class Knot
{
    public Knot? Next { get; set; }
}

public static class Faults
{
    [Function]
    public static void Boom() => throw new InvalidOperationException("nope");

    [Function]
    public static void GiveUp() => throw new NonRetryableException("the card is stolen");

    [Function]
    public static Knot Tie()
    {
        var knot = new Knot();
        knot.Next = knot;
        return knot;
    }

    [Workflow]
    public static async Task<string> FailLate(WorkflowContext ctx)
    {
        await ctx.StepAsync("reserve", () => "seat 4");
        throw new InvalidOperationException("nope");
    }

    /// <summary>An exception that no task carries, as event handlers throw it.</summary>
    [Workflow]
    public static async Task<string> FailOnTheSide(WorkflowContext ctx)
    {
        ThrowLater();
        await Task.Delay(TimeSpan.FromMinutes(1), ctx.CancellationToken);
        return "never";

        static async void ThrowLater()
        {
            await Task.Yield();
            throw new InvalidOperationException("on the side");
        }
    }

    /// <summary>Runs until the caller leaves.</summary>
    [Function]
    public static async Task Wait(FunctionContext ctx)
    {
        ctx.Logger.LogInformation("waiting");
        await Task.Delay(Timeout.Infinite, ctx.CancellationToken);
    }
}

public sealed class NeedsTheMissing(INotRegistered missing)
{
    [Function]
    public string UseMissing() => missing.ToString()!;
}
