using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>One component: its identity and its generated call. The source generator writes one class per component.</summary>
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
    /// The JSON metadata of the component's input, or <see langword="null"/> when it takes no input. An input too large for memory is bound with this metadata while
    /// it arrives (protocol section 7).
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual JsonTypeInfo? InputType => null;

    /// <summary>The limits on the input as a whole, or <see langword="null"/> when only its type limits it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual MemberLimits? InputLimits => null;

    /// <summary>Whether events or webhooks start the component. Its input may then come in an event's envelope (protocol section 4).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual bool IsStartedByEvents => false;

    /// <summary>The declarations of an agent's attribute, or <see langword="null"/> when the component is not an agent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual AgentDefinition? Agent => null;

    /// <summary>The services that the component needs, for its constructor and for its method. Optional services are not listed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual IReadOnlyList<RequiredService> RequiredServices => [];

    /// <summary>Binds the input, constructs the class, calls the method and writes its output.</summary>
    /// <param name="call">The call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract ValueTask InvokeAsync(ComponentCall call);
}
