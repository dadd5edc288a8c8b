using Agnt5.Generated;

namespace Agnt5.Execution;

/// <summary>What runs on the slice of a durable component. The door chooses it by the component's type; an invocation has its own.</summary>
internal abstract class SliceBody
{
    /// <summary>Makes the context that the component is given. Called first, and once.</summary>
    public abstract WorkflowContext CreateContext(Invocation invocation, WorkflowSlice slice);

    /// <summary>What makes the random values of the body its own, and the same on every replay.</summary>
    public abstract string RandomSeed(Invocation invocation);

    /// <summary>Runs the component.</summary>
    public abstract ValueTask RunAsync(Invocation invocation);

    /// <summary>Takes out of the checkpoint what a completed run does not need any more, and puts in what it leaves behind.</summary>
    public abstract void Complete(Checkpoint checkpoint);

    /// <summary>What traces call the slice, where conventions have a name for it. Default: <see langword="null"/>, which is the component's type and name.</summary>
    public virtual (string Name, KeyValuePair<string, object?>[] Tags)? DescribeSpan(ComponentDescriptor component) => null;
}
