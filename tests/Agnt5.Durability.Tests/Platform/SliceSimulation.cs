using System.Text.Json.Nodes;
using Agnt5.Tests.Shared;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// Runs one invoke, one move at a time: lets a step through its gate, or moves the clock to the next timer; then waits until the endpoint rests. The schedule picks the moves; the cut disturbs one.
/// </summary>
internal sealed class SliceSimulation(IPlayedEndpoint endpoint, World world, VirtualClock clock, Schedule schedule, Cut cut)
{
    /// <summary>How long before the deadline a run yields, from the request.</summary>
    public const int YieldBeforeMs = 1000;

    /// <summary>The step of the run that is let through next, counted from 0.</summary>
    private int _step;

    public int StepsLetThrough => _step;

    /// <summary>Sends a request and lets it run to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="deadlineMs">When it will be cut off, in true Unix ms; <see langword="null"/> for never.</param>
    /// <returns>The response; <see langword="null"/> when it reached nobody.</returns>
    public JsonObject? Run(JsonObject request, long? deadlineMs)
    {
        using var caller = new CancellationTokenSource();
        world.BeginSlice();
        var handling = endpoint.InvokeAsync(request, caller.Token);
        var isLost = false;
        for (endpoint.Rest(); !handling.IsCompleted; endpoint.Rest())
            isLost |= !Move(deadlineMs, caller);
        if (isLost)
            world.Lose();

        world.EndSlice();
        var (status, body) = handling.GetAwaiter().GetResult();
        return isLost ? null : Read(status, body);
    }

    private static JsonObject Read(int status, ReadOnlyMemory<byte> body)
    {
        var problem = status == 200 ? ResponseShape.FindProblem(body) : "no run ends so";
        Invariants.Require(problem is null, $"{problem}: the endpoint answered {status} {System.Text.Encoding.UTF8.GetString(body.Span)}");
        return JsonNode.Parse(body.Span)!.AsObject();
    }

    /// <returns>Whether somebody still waits for the response.</returns>
    private bool Move(long? deadlineMs, CancellationTokenSource caller)
    {
        if (world.Waiting.FirstOrDefault(execution => execution.Slice != world.Slice) is { } late)
        {
            // An earlier slice abandoned this step, and it ends its work now. Its result must reach nobody.
            late.Finish();
            return true;
        }

        var ready = world.Waiting.Where(static execution => !execution.IsAbandoned).MinBy(RankOf);
        var timer = endpoint.NextTimerMs;
        if (timer is { } soon && soon < (deadlineMs ?? clock.TrueMs + Platform.BudgetMs) - YieldBeforeMs && (ready is null || schedule.RankOf("clock", 0) < RankOf(ready)))
        {
            endpoint.AdvanceTo(soon);
            return true;
        }

        if (ready is not null)
            return LetThrough(ready, deadlineMs, caller);
        if (timer is { } next)
            endpoint.AdvanceTo(next);
        else
            endpoint.RestOnceMore();
        return true;
    }

    private bool LetThrough(Execution execution, long? deadlineMs, CancellationTokenSource caller)
    {
        switch (_step++ == cut.At ? cut.Kind : CutKind.None)
        {
            case CutKind.CrashAfterStep:
                execution.Finish();
                endpoint.Rest();
                HangUp(caller);
                return false;
            case CutKind.HangUpInStep:
                HangUp(caller);
                return false;
            case CutKind.BudgetAfterStep when deadlineMs is { } deadline:
                endpoint.AdvanceTo(Math.Max(clock.TrueMs, deadline - (YieldBeforeMs / 2)));
                End(execution);
                return true;
            case CutKind.StepThrows:
                execution.Throw($"{execution.Step} had bad luck");
                return true;
            case (CutKind.DeadlineInStep or CutKind.DeadlineButFinishes or CutKind.DeadlineAndThrows or CutKind.DeadlineIgnored) and var kind when deadlineMs is { } deadline:
                execution.AtDeadline(kind == CutKind.DeadlineButFinishes && world.IsToFail(execution.Step) ? CutKind.DeadlineAndThrows : kind);
                endpoint.AdvanceTo(deadline);
                return true;
            default:
                End(execution);
                return true;
        }
    }

    private void HangUp(CancellationTokenSource caller)
    {
        world.Lose();
        caller.Cancel();
    }

    private void End(Execution execution)
    {
        if (world.IsToFail(execution.Step))
            execution.Throw($"{execution.Step} failed");
        else
            execution.Finish();
    }

    private uint RankOf(Execution execution) => schedule.RankOf(execution.Step, world.FailuresOf(execution.Step));
}
