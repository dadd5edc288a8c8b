namespace Agnt5.Local.Hosting.Loop;

/// <summary>One thing for the engine's loop to do in a transaction. It may be applied again, to a new transaction, when nothing of the first one was written.</summary>
internal abstract class EngineWork
{
    /// <summary>Whether it counts towards the bound of waiting commands. What the engine itself found out, such as an endpoint's answer, does not.</summary>
    public virtual bool IsCommand => false;

    /// <summary>How often it failed alone, in a transaction of its own.</summary>
    public int Refusals { get; set; }

    /// <summary>Does it, within a transaction that other work shares.</summary>
    public abstract void Apply(Transaction transaction);

    /// <summary>The transaction is durable.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>Nothing of it has happened: it threw, or the transaction could not be written.</summary>
    /// <param name="why">An <see cref="EngineException"/> where the caller should see it as it is.</param>
    /// <returns>Whether it must be tried again, because nobody else would.</returns>
    public abstract bool Failed(Exception why);

    /// <summary>Smaller pieces of it, of which one may fail without the others, or <see langword="null"/> when it is one piece.</summary>
    public virtual EngineWork[]? TakeApart() => null;

    /// <summary>What is done instead of work that a store always refuses, so that nobody waits for it for ever, or <see langword="null"/> when a caller is told.</summary>
    public virtual EngineWork? GivenUp(Exception why) => null;
}
