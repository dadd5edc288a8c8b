using System.Diagnostics;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>The operation name of the activity that code sees as current.</summary>
public sealed record Seen(IReadOnlyList<string> InTheBody, IReadOnlyList<string> InTheSteps);

/// <summary>Components that only the tests of traces and metrics invoke, so that no other test adds to their measurements.</summary>
public sealed class Traced(StepCounter counter)
{
    /// <summary>What a component's own libraries emit.</summary>
    public static ActivitySource Library { get; } = new("Test.Library");

    private static readonly AsyncLocal<string?> Flowing = new();

    [Function]
    public static string TracedCall(string? name) => $"hello {name ?? "world"}";

    [Function]
    public static string TracedRefusal() => throw new TimeoutException("bank is silent");

    [Workflow]
    public static async Task<string> TracedOrder(WorkflowContext ctx, string card)
    {
        var held = await ctx.StepAsync("hold", () => $"held {card.Length}");
        await ctx.SleepAsync(TimeSpan.FromDays(1), "cool_down");
        await ctx.StepAsync("capture", () => { }, new StepOptions { Key = "main" });
        return held;
    }

    /// <summary>Fails as often as it is told to, with a retry at once or one that outlives the slice.</summary>
    [Workflow]
    public async Task<int> TracedRetries(WorkflowContext ctx, int failures, int waitMs)
    {
        var retries = new StepOptions { MaxAttempts = 3, Backoff = BackoffKind.Constant, InitialInterval = TimeSpan.FromMilliseconds(waitMs) };
        return await ctx.StepAsync("flaky", () =>
        {
            using var inside = Library.StartActivity("inside flaky");
            var attempt = counter.Count(ctx.RunId, "flaky");
            return attempt > failures ? attempt : throw new TimeoutException("bank is silent");
        }, retries);
    }

    /// <summary>Comes to a step whose retry is pending after other work, and with a value that flows with its code.</summary>
    [Workflow]
    public static async Task<string> TracedLateRetry(WorkflowContext ctx)
    {
        Flowing.Value = "flows";
        await ctx.StepAsync("prepare", () => { });
        return await ctx.StepAsync("late", () => Flowing.Value ?? "lost");
    }

    [Workflow]
    public static async Task<string> TracedYield(WorkflowContext ctx, string reason)
    {
        await ctx.YieldIfNeededAsync(reason);
        return "had time";
    }

    /// <summary>Looks at the current activity wherever code can be suspended inside a slice, with steps beside each other.</summary>
    [Workflow]
    public static async Task<Seen> TracedBranches(WorkflowContext ctx)
    {
        var body = new List<string> { Current() };
        await ctx.SleepAsync(TimeSpan.Zero);
        await Task.Yield();
        body.Add(Current());

        var (left, right) = (new TaskCompletionSource(), new TaskCompletionSource());
        var steps = await Task.WhenAll(Branch("left", left, right), Branch("right", right, left));
        body.Add(Current());
        return new Seen(body, steps);

        async Task<string> Branch(string name, TaskCompletionSource here, TaskCompletionSource there)
        {
            var seen = await ctx.StepAsync(name, async ct =>
            {
                // Both bodies are inside at the same time.
                here.SetResult();
                await there.Task.WaitAsync(ct);
                using var inside = Library.StartActivity($"inside {name}");
                return inside?.Parent?.OperationName ?? "none";
            });
            body.Add(Current());
            return seen;
        }

        static string Current() => Activity.Current?.OperationName ?? "none";
    }

    /// <summary>Needs more time than the budget gives.</summary>
    [Workflow]
    public static async Task<string> TracedPatience(WorkflowContext ctx, bool looksAtItsToken)
    {
        await ctx.StepAsync("quick", () => 1);
        await ctx.StepAsync("slow", ct => looksAtItsToken ? Task.Delay(Timeout.Infinite, ct) : new TaskCompletionSource().Task);
        return "never";
    }
}
