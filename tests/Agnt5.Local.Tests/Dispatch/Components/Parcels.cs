using System.Collections.Concurrent;

namespace Agnt5.Local.Tests.Dispatch.Components;

public sealed record Parcel(string Id, int Weight);

/// <summary>What the tests of dispatch invoke.</summary>
public static class Parcels
{
    private static readonly ConcurrentDictionary<string, Losing> Lost = new();

    /// <summary>What became of <see cref="LoseParcel"/> for an id.</summary>
    public static Losing LosingOf(string id) => Lost.GetOrAdd(id, static _ => new Losing());

    [Function]
    public static Parcel WeighParcel(Parcel parcel) => parcel with { Weight = parcel.Weight + 1 };

    [Function]
    public static string PrintLabel(int length) => new('x', length);

    [Function]
    public static string BreakParcel() => throw new InvalidOperationException("it is in pieces");

    [Function]
    public static async Task LoseParcel(string id, CancellationToken ct)
    {
        LosingOf(id).Began.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            LosingOf(id).Ended.TrySetResult();
        }
    }

    [Workflow]
    public static async Task<string> SendParcel(WorkflowContext ctx, Parcel parcel)
    {
        var label = await ctx.StepAsync("label", () => Task.FromResult($"label of {parcel.Id}"));
        await ctx.EmitAsync("parcel.labelled", label);
        var approved = await ctx.AskApprovalAsync("Send it?", timeout: TimeSpan.FromDays(2));
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        var stamp = await ctx.WaitForSignalAsync<Parcel>("stamped");
        return $"{label}, {approved.IsApproved}, {stamp.Weight}";
    }
}

/// <summary>An invocation that ends with its token alone.</summary>
public sealed class Losing
{
    public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
