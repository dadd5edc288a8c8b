using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Dispatching;

/// <summary>The ways to the endpoints of all deployments.</summary>
internal interface IDispatchTargets
{
    /// <summary>Whether a deployment's slices have to wait: it is disabled, or nobody knows yet how to reach it.</summary>
    bool IsHeld(string deploymentId);

    /// <summary>Sends a run's slice to the run's deployment.</summary>
    /// <param name="run">The run.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="abandoned">Fires when nobody wants the answer any more.</param>
    /// <exception cref="OperationCanceledException"><paramref name="abandoned"/> fired.</exception>
    Task<InvokeResult> InvokeAsync(RunState run, ReadOnlyMemory<byte> input, CancellationToken abandoned);
}
