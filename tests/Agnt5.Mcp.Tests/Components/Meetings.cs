namespace Agnt5.Mcp.Tests.Components;

/// <summary>Points where calls and the test wait for each other.</summary>
public sealed class MeetingPoint
{
    private readonly TaskCompletionSource _bothAreHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _here;
    private int _rings;

    /// <summary>How often the tool <c>ring</c> ran.</summary>
    public int Rings => Volatile.Read(ref _rings);

    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource WasCancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Increment(ref _rings);

    public Task MeetAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _here) == 2)
            _bothAreHere.SetResult();
        return _bothAreHere.Task.WaitAsync(cancellationToken);
    }
}

public sealed class Meetings(MeetingPoint point)
{
    /// <summary>Rings, and is counted.</summary>
    [Tool]
    public void Ring() => point.Ring();

    /// <summary>Rings once a person approved it, and is counted.</summary>
    [Tool(RequiresConfirmation = true)]
    public void RingForAll() => point.Ring();

    /// <summary>Waits until the caller leaves, once a person approved it.</summary>
    [Tool(RequiresConfirmation = true)]
    public Task WaitOnceApproved(CancellationToken cancellationToken) => WaitForEver(cancellationToken);

    /// <summary>Waits until another call is here too.</summary>
    /// <param name="name">Who comes.</param>
    [Tool]
    public async Task<string> Meet(string name, CancellationToken cancellationToken)
    {
        await point.MeetAsync(cancellationToken);
        return name;
    }

    /// <summary>Says that it has begun, and ends once that was heard.</summary>
    [Tool]
    public async Task<string> Announce(FunctionContext ctx, CancellationToken cancellationToken)
    {
        await ctx.EmitAsync("progress", new WorkDone(1, 2, "begun"));
        await point.MeetAsync(cancellationToken);
        return "heard";
    }

    /// <summary>Waits until the caller leaves.</summary>
    [Tool]
    public async Task WaitForEver(CancellationToken cancellationToken)
    {
        point.Waits.SetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            point.WasCancelled.SetResult();
        }
    }

    /// <summary>Says that it waits, and waits until the caller leaves.</summary>
    [Tool]
    public async Task ReportAndWait(FunctionContext ctx, CancellationToken cancellationToken)
    {
        await ctx.EmitAsync("progress", 1);
        await WaitForEver(cancellationToken);
    }

    /// <summary>Waits until the caller leaves, and does not take it well.</summary>
    [Tool]
    public async Task StopBadly(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(static () => throw new InvalidOperationException("Not now."));
        await WaitForEver(cancellationToken);
    }
}
