using Agnt5.Execution;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>What a component knows about the invocation it runs in. A parameter of this type fits every component.</summary>
public abstract class ComponentContext
{
    private readonly Invocation _invocation;

    private protected ComponentContext(Invocation invocation) => _invocation = invocation;

    /// <summary>The run's id. It stays the same over retries and replays.</summary>
    public string RunId => _invocation.RunId;

    /// <summary>This invocation's id as the platform sent it, usually <c>{run id}:{attempt}</c> (protocol section 3).</summary>
    public string InvocationId => _invocation.InvocationId;

    /// <summary>Which attempt of the run this is, from 0.</summary>
    public int Attempt => _invocation.Attempt;

    /// <summary>The component's name on the wire.</summary>
    public string ComponentName => _invocation.Component.Name;

    /// <summary>The invocation's metadata: text by key (protocol section 4).</summary>
    public IReadOnlyDictionary<string, string> Metadata => _invocation.Metadata;

    /// <summary>A logger for the component, in the category <c>Agnt5.Components.{name}</c>. In a workflow it is silent while replaying.</summary>
    public virtual ILogger Logger => _invocation.Logger;

    /// <summary>The services of the invocation's scope. The scope ends with the slice.</summary>
    public IServiceProvider Services => _invocation.Services;

    /// <summary>Fires when the caller goes away.</summary>
    public CancellationToken CancellationToken => _invocation.CancellationToken;
}
