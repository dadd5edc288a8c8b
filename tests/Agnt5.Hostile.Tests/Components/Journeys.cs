using System.Text.Json;

namespace Agnt5.Hostile.Tests.Components;

public sealed record Page(string Title, int Count);

public sealed record Approval(bool Approved, string? By);

/// <summary>Workflows that use, together, everything durable.</summary>
public static class Journeys
{
    [Workflow]
    public static Greeting Hello(string? name) => new($"hello {name ?? "world"}");

    /// <summary>Steps, keyed steps, times, ids, events, state, a yield and a sleep, one after the other.</summary>
    [Workflow]
    public static async Task<JsonElement> Travel(WorkflowContext ctx, IReadOnlyList<string> stops, JsonElement luggage)
    {
        var began = ctx.UtcNow;
        await ctx.EmitAsync("travel.began", began);
        ctx.Set("id", ctx.NewGuid());
        var page = await ctx.StepAsync("plan", () => new Page(luggage.ValueKind.ToString(), stops.Count));
        foreach (var stop in stops.Take(20))
        {
            ctx.Set("at", await ctx.StepAsync("stop", async () =>
            {
                await ctx.EmitAsync("travel.stop", stop);
                return stop.ToUpperInvariant();
            }, new StepOptions { Key = stop }));
        }

        await ctx.YieldIfNeededAsync();
        await ctx.SleepAsync(TimeSpan.FromHours(1), "rest");
        await ctx.SleepAsync(TimeSpan.FromMinutes(5));
        await ctx.SleepUntilAsync(ctx.UtcNow);
        await ctx.StepAsync("arrive", () => { });
        ctx.Delete("id");
        await ctx.EmitAsync("travel.ended", page.Title, new EmitOptions { Metadata = new Dictionary<string, string> { ["at"] = ctx.Get<string>("at") ?? "" } });
        return await ctx.StepAsync("unpack", () => luggage);
    }

    /// <summary>A question of every kind, two with a timeout.</summary>
    [Workflow]
    public static async Task<IReadOnlyList<string?>> Interview(WorkflowContext ctx)
    {
        QuestionOption[] options = [new("a", "A"), new("b", "B")];
        var name = await ctx.AskAsync("Name?", Question.Text with { Skippable = true });
        var fine = await ctx.AskAsync("Fine?", Question.Approval, timeout: TimeSpan.FromDays(1));
        var one = await ctx.AskAsync("Which?", Question.Select(options) with { AllowCustom = true });
        string? many;
        try
        {
            many = string.Join(",", await ctx.AskManyAsync("Which ones?", Question.MultiSelect(options), timeout: TimeSpan.FromHours(1)) ?? []);
        }
        catch (WaitTimeoutException)
        {
            many = await ctx.StepAsync("guess", () => "none");
        }

        return [name, fine, one, many];
    }

    /// <summary>Signals typed and untyped, with and without a step and a timeout.</summary>
    [Workflow]
    public static async Task<JsonElement> Listen(WorkflowContext ctx)
    {
        var approval = await ctx.WaitForSignalAsync<Approval>("approved", step: "gate:1");
        try
        {
            await ctx.WaitForSignalAsync<int>("count", timeout: TimeSpan.FromMinutes(10));
        }
        catch (WaitTimeoutException)
        {
            await ctx.EmitAsync("listen.gave_up", approval);
        }

        return await ctx.WaitForSignalAsync<JsonElement>("raw");
    }

    /// <summary>Branches that overlap: WhenAny and WhenAll over steps, a sleep, a signal and a question.</summary>
    [Workflow]
    public static async Task<string> Race(WorkflowContext ctx)
    {
        var quick = ctx.StepAsync("quick", () => 1);
        var slow = ctx.StepAsync("slow", async ct =>
        {
            await Task.Delay(2, ct);
            return 2;
        });
        var failing = ctx.StepAsync("failing", Task<int> () => throw new TimeoutException("bank is silent"));
        var first = await Task.WhenAny(quick, slow, failing);
        await Task.WhenAll(quick, slow);
        var sleep = ctx.SleepAsync(TimeSpan.FromDays(1), "nap");
        var signal = ctx.WaitForSignalAsync<string>("go");
        var question = ctx.AskAsync("Go?", Question.Approval, timeout: TimeSpan.FromDays(2));
        var second = await Task.WhenAny(sleep, signal, question);
        var name = first == quick ? "quick" : first == slow ? "slow" : "failing";
        return await ctx.StepAsync("judge", () => $"{name} {second == sleep} {second == signal}");
    }

    /// <summary>A step that fails for good, is caught, compensated and tried again under its key; retries in the slice and as a timer.</summary>
    [Workflow]
    public static async Task<string> Recover(WorkflowContext ctx, int failures, double interval)
    {
        try
        {
            await ctx.StepAsync("charge", Task () => throw new InvalidOperationException("no money"));
        }
        catch (StepFailedException failure)
        {
            await ctx.StepAsync("release", () => failure.ErrorType);
        }

        var left = failures;
        // Either a moment, or longer than any request lasts, whatever its budget.
        var wait = interval is >= 0 and < 1_000 ? TimeSpan.FromMilliseconds(interval) : TimeSpan.FromDays(100);
        var options = new StepOptions { MaxAttempts = 4, InitialInterval = wait, MaxInterval = wait };
        await ctx.StepAsync("flaky", () =>
        {
            if (left-- > 0)
                throw new TimeoutException("flaky");
        }, options);
        try
        {
            return await ctx.StepAsync("charge", () => failures > 4 ? throw new NonRetryableException("never") : "charged");
        }
        catch (StepFailedException)
        {
            await ctx.SleepAsync(TimeSpan.FromDays(1));
            throw;
        }
    }

    /// <summary>Steps for a budget to cut: one that heeds its token, one that does not, and work outside of steps.</summary>
    [Workflow]
    public static async Task<string> Toil(WorkflowContext ctx, bool stubborn)
    {
        await ctx.StepAsync("heeds", ct => Task.Delay(4, ct));
        await ctx.StepAsync("ignores", () => Task.Delay(stubborn ? 350 : 4, CancellationToken.None));
        await Task.Delay(2, ctx.CancellationToken);
        await ctx.YieldIfNeededAsync("half_way");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => ctx.StepAsync("part", ct => Task.Delay(i, ct), new StepOptions { Key = $"{i}" })));
        return "done";
    }

    /// <summary>A stream with steps between its items.</summary>
    [Workflow]
    public static async IAsyncEnumerable<string> Narrate(WorkflowContext ctx, string title)
    {
        yield return title;
        yield return await ctx.StepAsync("line", () => title.Length > 5 ? "long" : "short");
        await ctx.SleepAsync(TimeSpan.FromDays(3), "pause");
        yield return "end";
    }
}
