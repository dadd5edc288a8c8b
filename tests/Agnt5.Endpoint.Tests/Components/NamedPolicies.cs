using Agnt5;

[assembly: StepPolicy("patient", MaxAttempts = 4, InitialIntervalMs = 2_000, MaxIntervalMs = 5_000, Backoff = BackoffKind.Linear)]
[assembly: StepPolicy("twice", MaxAttempts = 2, InitialIntervalMs = 0)]
[assembly: StepPolicy("declared_twice")]
[assembly: StepPolicy("declared_twice", MaxAttempts = 9)]
[assembly: StepPolicy("broken", MaxAttempts = 0)]
[assembly: StepPolicy("endless", InitialIntervalMs = long.MaxValue)]

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Steps whose retries have names.</summary>
public sealed class NamedPolicies(Notebook notebook)
{
    private static readonly StepOptions Patient = new() { Policy = "patient" };

    /// <summary>Fails until it has been tried often enough.</summary>
    [Workflow]
    public Task<string> FlakyByName(WorkflowContext ctx, string policy, int succeedsAt) => Charge(ctx, succeedsAt, new StepOptions { Policy = policy });

    /// <summary>Shares options that a field holds, each time with a key of its own.</summary>
    [Workflow]
    public async Task<string> FlakyByField(WorkflowContext ctx) =>
        $"{await Charge(ctx, succeedsAt: 1, Patient)}, {await Charge(ctx, succeedsAt: 2, Patient with { Key = "second" })}";

    /// <summary>Sets a part of what its policy says.</summary>
    [Workflow]
    public Task<string> FlakyByBoth(WorkflowContext ctx) =>
        Charge(ctx, succeedsAt: 9, new StepOptions { Policy = "patient", InitialInterval = TimeSpan.Zero, RetryWhen = static failure => failure.Message != "attempt 3 failed" });

    private Task<string> Charge(WorkflowContext ctx, int succeedsAt, StepOptions options) => ctx.StepAsync("charge", () =>
    {
        notebook.Write("attempt");
        var attempt = notebook.Lines.Count;
        return attempt >= succeedsAt ? $"attempt {attempt}" : throw new InvalidOperationException($"attempt {attempt} failed");
    }, options);
}
