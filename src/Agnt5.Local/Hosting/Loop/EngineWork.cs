namespace Agnt5.Local.Hosting.Loop;

/// <summary>One thing for the engine's loop to do in a transaction.</summary>
internal abstract class EngineWork
{
    /// <summary>Whether it counts towards the bound of waiting commands. What the engine itself found out, such as an endpoint's answer, does not.</summary>
    public virtual bool IsCommand => false;

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
}
