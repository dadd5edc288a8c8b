using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Lets workflow code into the engine of its slice: whatever the code calls that touches the slice's state passes here.</summary>
/// <param name="slice">The slice.</param>
/// <param name="ownership">Whether the state can be taken away from the code; <see langword="null"/> when nothing would.</param>
internal sealed class EngineEntrance(WorkflowSlice slice, SliceOwnership? ownership)
{
    private (string Method, string? Name)? _lastCall;

    /// <summary>Whether another thread can take the place of one that the code blocks.</summary>
    public bool IsGuarded => ownership is not null;

    /// <inheritdoc cref="SliceOwnership.LateThread"/>
    public Task? LateThread => ownership?.LateThread;

    /// <summary>Starts a durable call: every call of the workflow's that the checkpoint knows of passes here. The call lasts until it is disposed.</summary>
    /// <param name="method">The method as the user called it, for messages.</param>
    /// <param name="name">What the user called the operation.</param>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left, or the code was given up.</exception>
    public EngineCall EnterDurableCall(string method, string? name = null)
    {
        if (ownership is not null)
            return EnterGuardedCall(method, name);

        EnterOwnCode(method);
        return new EngineCall(null, GoOn());
    }

    /// <summary>Starts a call that touches the state of the slice, until it is disposed.</summary>
    /// <inheritdoc cref="EnterOwnCode"/>
    public EngineCall EnterEngine(string method)
    {
        EnterOwnCode(method);
        if (ownership is null)
            return new EngineCall(null);
        return TryEnterEngine(out var entered) ? entered : throw new OperationCanceledException(slice.CancellationToken);
    }

    /// <summary>Enters the engine from code whose place does not matter.</summary>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryEnterEngine(out EngineCall call)
    {
        var isOutermost = false;
        var mayEnter = ownership is null || ownership.TryEnterEngine(out isOutermost);
        call = new EngineCall(isOutermost ? ownership : null);
        return mayEnter;
    }

    /// <summary>Checks that a call comes from the workflow's own code, where calls have an order.</summary>
    /// <param name="method">The method as the user called it, for the message.</param>
    /// <exception cref="NonRetryableException">It does not.</exception>
    /// <exception cref="OperationCanceledException">The code was given up.</exception>
    public void EnterOwnCode(string method)
    {
        var isOwn = slice.Scheduler.IsCurrent;
        if (isOwn && ownership is { LateThread: not null })
            throw new OperationCanceledException(slice.CancellationToken);
        if (!isOwn || slice.BodyHasEnded)
            throw MisplacedDurableCall.Exception(method);
    }

    /// <summary>Where code is that has not come back.</summary>
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

        slice.Failures.GoOn();
        return true;
    }
}
