using Agnt5.Execution;
using Agnt5.Generated;

namespace Agnt5;

/// <summary>The context of a function or tool.</summary>
public sealed class FunctionContext : ComponentContext
{
    private readonly ScopedCall _call;

    /// <param name="invocation">The invocation.</param>
    /// <param name="call">The call of this context: the invocation itself, or a part of it.</param>
    /// <param name="component">The component that is called.</param>
    /// <param name="idempotencyKey">See <see cref="IdempotencyKey"/>.</param>
    internal FunctionContext(Invocation invocation, ScopedCall call, ComponentDescriptor component, string idempotencyKey)
        : base(invocation, component)
    {
        _call = call;
        IdempotencyKey = idempotencyKey;
    }

    /// <summary>
    /// The identity of this call. It stays the same on every attempt of a run, and for a tool also on every replay of the agent's turn that calls it. Pass it to every action that must not happen
    /// twice, for example as the <c>Idempotency-Key</c> of a payment.
    /// </summary>
    public string IdempotencyKey { get; }

    /// <inheritdoc/>
    public override IServiceProvider Services => _call.Services;

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => _call.CancellationToken;
}
