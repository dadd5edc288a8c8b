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

    [Function]
    public static int CountByName(IReadOnlyDictionary<string, int> counts) => counts.Count;

    [Function]
    public static string Pick(Choice choice) => choice.Name;

    [Function]
    public static int CountNodes(Tree tree) => 1 + (tree.Kids?.Count ?? 0);

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

/// <summary>Refuses what it does not know, in its own way.</summary>
public sealed record Choice
{
    public Choice(string name) => Name = name is "tea" ? name : throw new KeyNotFoundException($"no {name}");

    public string Name { get; }
}

/// <summary>Contains itself, through a value that may be null.</summary>
public record struct Tree(IReadOnlyList<Tree?>? Kids);

public sealed class NeedsMissingBehind(BuiltOnTheMissing service)
{
    [Function]
    public string UseMissingBehind() => service.ToString()!;
}

public sealed class BuiltOnTheMissing(INotRegistered missing)
{
    public override string ToString() => missing.ToString()!;
}

/// <summary>Fails when it is disposed.</summary>
public sealed class Clumsy(ScopedNote note) : IDisposable
{
    [Function]
    public string Stumble()
    {
        note.Write("stumbled");
        return "still here";
    }

    public void Dispose() => throw new InvalidOperationException("dropped");
}

public sealed class NeedsTheMissing(INotRegistered missing)
{
    [Function]
    public string UseMissing() => missing.ToString()!;
}
