using System.Collections.Concurrent;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Places where a component stops until the test lets it go on.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>The component's side: waits until the gate is open.</summary>
    public async Task PassAsync(string name, CancellationToken cancellationToken = default)
    {
        var gate = Of(name);
        gate.Reached.TrySetResult();
        await gate.Opened.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The component's side, where it does not await: keeps the thread until the gate is open.</summary>
    public void Block(string name)
    {
        var gate = Of(name);
        gate.Reached.TrySetResult();
        gate.Unblocked.Wait();
    }

    public void Open(string name)
    {
        Of(name).Opened.TrySetResult();
        Of(name).Unblocked.Set();
    }

    /// <summary>Creates the gate again, for the next round.</summary>
    public void Close(string name) => _gates.TryRemove(name, out _);

    /// <summary>The test's side: waits until the component has come to the gate.</summary>
    public Task WhenReachedAsync(string name) => Of(name).Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

    private Gate Of(string name) => _gates.GetOrAdd(name, static _ => new Gate());

    private sealed class Gate
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Unblocked { get; } = new();
    }
}
