using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Lets workflow code into the engine of its slice. Every call that touches the slice's state passes here.</summary>
/// <param name="slice">The slice.</param>
/// <param name="ownership">The ownership of the state; <see langword="null"/> when the state cannot be taken away from the code.</param>
internal sealed class EngineEntrance(WorkflowSlice slice, SliceOwnership? ownership)
{
    private (string Method, string? Name)? _lastCall;

    /// <summary>Whether another thread can replace a thread that the code blocks.</summary>
    public bool IsGuarded => ownership is not null;

    /// <inheritdoc cref="SliceOwnership.LateThread"/>
    public Task? LateThread => ownership?.LateThread;

    /// <summary>Starts a durable call. Every call of the workflow that the checkpoint records passes here. The call lasts until it is disposed.</summary>
    /// <param name="method">The method that the user called, for messages.</param>
    /// <param name="name">The user's name of the operation.</param>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left, or the code was given up.</exception>
    public EngineCall EnterDurableCall(string method, string? name = null)
    {
        if (ownership is not null)
            return EnterGuardedCall(method, name);

        EnterOwnCode(method);
        return new EngineCall(null, GoOn());
    }

    /// <summary>Starts a call that touches the state of the slice. The call lasts until it is disposed.</summary>
    /// <inheritdoc cref="EnterOwnCode"/>
    public EngineCall EnterEngine(string method)
    {
        EnterOwnCode(method);
        if (ownership is null)
            return new EngineCall(null);
        return TryEnterEngine(out var entered) ? entered : throw new OperationCanceledException(slice.CancellationToken);
    }

    /// <summary>Enters the engine from any code, inside or outside the workflow's own code.</summary>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryEnterEngine(out EngineCall call)
    {
        var isOutermost = false;
        var mayEnter = ownership is null || ownership.TryEnterEngine(out isOutermost);
        call = new EngineCall(isOutermost ? ownership : null);
        return mayEnter;
    }

    /// <summary>Checks that a call comes from the workflow's own code, where calls have an order.</summary>
    /// <param name="method">The method that the user called, for the message.</param>
    /// <exception cref="NonRetryableException">The call comes from other code.</exception>
    /// <exception cref="OperationCanceledException">The code was given up.</exception>
    public void EnterOwnCode(string method)
    {
        var isOwn = slice.Scheduler.IsCurrent;
        if (isOwn && ownership is { LateThread: not null })
            throw new OperationCanceledException(slice.CancellationToken);
        if (!isOwn || slice.BodyHasEnded)
            throw MisplacedDurableCall.Exception(method);
    }

    /// <summary>Describes the place of code that has not returned.</summary>
    public string DescribeLastCall() => _lastCall switch
    {
        null => "before its first durable call",
        (var method, null) => $"after {method}",
        var (method, name) => $"after {method} '{CallerText.Shorten(name)}'",
    };

    private EngineCall EnterGuardedCall(string method, string? name)
    {
        var entered = EnterEngine(method);
        _lastCall = (method, name);
        try
        {
            return entered with { GoesOn = GoOn() };
        }
        catch
        {
            entered.Dispose();
            throw;
        }
    }

    private bool GoOn()
    {
        if (slice.CallerHasLeft)
            throw new OperationCanceledException(slice.CancellationToken);
        if (slice.DeadlineHasPassed)
            return false;

        slice.FailuresSoFar?.GoOn();
        return true;
    }
}
