using Agnt5.Execution;
using Agnt5.Tools;

namespace Agnt5;

/// <summary>The context of a function or tool.</summary>
public sealed class FunctionContext : ComponentContext
{
    private readonly InnerCall? _call;

    internal FunctionContext(Invocation invocation)
        : base(invocation, invocation.Component) => IdempotencyKey = invocation.RunId;

    internal FunctionContext(Invocation invocation, InnerCall call)
        : base(invocation, call.Component)
    {
        _call = call;
        IdempotencyKey = call.IdempotencyKey;
    }

    /// <summary>
    /// Names this call, and is the same however often it is tried: on every attempt of a run, and for a tool also on every replay of the agent's turn that calls it. Hand it on to what must not
    /// happen twice, for example as the <c>Idempotency-Key</c> of a payment.
    /// </summary>
    public string IdempotencyKey { get; }

    /// <inheritdoc/>
    public override IServiceProvider Services => _call?.Services ?? base.Services;

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => _call?.CancellationToken ?? base.CancellationToken;
}
