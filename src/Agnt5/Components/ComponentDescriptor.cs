using System.ComponentModel;
using System.Text.Json;

namespace Agnt5;

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

    /// <summary>Binds the input, constructs the class, calls the method and writes its output.</summary>
    /// <param name="call">The run time's side of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract ValueTask InvokeAsync(ComponentCall call);
}
