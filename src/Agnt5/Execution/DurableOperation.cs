namespace Agnt5.Execution;

/// <summary>An operation that the workflow's code awaits and the checkpoint records. It belongs to the slice's scheduler.</summary>
internal abstract class DurableOperation
{
    /// <summary>The key of its completion in <c>agnt5:order</c> (protocol section 6); <see langword="null"/> for a replayed one, which the order has already or will never have.</summary>
    public virtual string? CompletionKey => null;

    /// <summary>The engine's work before the code gets the outcome.</summary>
    public virtual void BeforeDelivery()
    {
    }

    /// <summary>Hands the outcome to the workflow's code, whose continuations run at once or are queued. It touches no state of the slice.</summary>
    public abstract void Deliver();
}
