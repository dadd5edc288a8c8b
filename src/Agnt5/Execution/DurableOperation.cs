namespace Agnt5.Execution;

/// <summary>Something that the workflow's code awaits and the checkpoint knows of. It belongs to the slice's scheduler.</summary>
internal abstract class DurableOperation
{
    /// <summary>What <c>agnt5:order</c> calls its completion (protocol section 6).</summary>
    public abstract string CompletionKey { get; }

    /// <summary>What the engine has to do before the code gets the outcome.</summary>
    public virtual void BeforeDelivery()
    {
    }

    /// <summary>Hands the outcome to the workflow's code, whose continuations run at once or are queued. It touches nothing of the slice's.</summary>
    public abstract void Deliver();
}
