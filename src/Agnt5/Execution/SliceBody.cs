using Agnt5.Generated;

namespace Agnt5.Execution;

/// <summary>The body of a durable component's slice. The door chooses it by the component's type. Each invocation has a separate body.</summary>
internal abstract class SliceBody
{
    /// <summary>Makes the component's context. Called first, and once.</summary>
    public abstract WorkflowContext CreateContext(Invocation invocation, WorkflowSlice slice);

    /// <summary>The seed of the body's random values, the same on every replay.</summary>
    public abstract string RandomSeed(Invocation invocation);

    /// <summary>Runs the component.</summary>
    public abstract ValueTask RunAsync(Invocation invocation);

    /// <summary>Removes the records that a completed run no longer needs from the checkpoint, and adds the state that it leaves behind.</summary>
    public abstract void Complete(Checkpoint checkpoint);

    /// <summary>The slice's name in traces, if conventions define one. Default: <see langword="null"/>, which means the component's type and name.</summary>
    public virtual (string Name, KeyValuePair<string, object?>[] Tags)? DescribeSpan(ComponentDescriptor component) => null;
}
