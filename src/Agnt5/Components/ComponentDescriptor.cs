using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>One component: its identity and the generated call that binds, runs and answers. The source generator writes one class per component.</summary>
public abstract class ComponentDescriptor
{
    /// <summary>The component's type.</summary>
    public abstract ComponentType Type { get; }

    /// <summary>The component's name on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>The JSON metadata of the assembly that declares the component: its input, output and step results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract JsonSerializerOptions JsonOptions { get; }

    /// <summary>
    /// The JSON metadata of the component's input, or <see langword="null"/> when it takes none. An input that is too large to be kept in memory is bound by it
    /// while it arrives (protocol section 7).
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual JsonTypeInfo? InputType => null;

    /// <summary>What the input as a whole is held to beside its type, or <see langword="null"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual MemberLimits? InputLimits => null;

    /// <summary>Whether events or webhooks start the component, so that its input may come in an event's envelope (protocol section 4).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual bool IsStartedByEvents => false;

    /// <summary>What an agent's attribute declares, or <see langword="null"/> when the component is no agent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual AgentDefinition? Agent => null;

    /// <summary>The services that the component is constructed from and called with, without those that it can do without.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual IReadOnlyList<RequiredService> RequiredServices => [];

    /// <summary>Binds the input, constructs the class, calls the method and writes its output.</summary>
    /// <param name="call">The run time's side of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract ValueTask InvokeAsync(ComponentCall call);
}
