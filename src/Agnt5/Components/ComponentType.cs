namespace Agnt5;

/// <summary>The four kinds of component that AGNT5 can invoke (protocol section 2), in manifest order.</summary>
public enum ComponentType
{
    /// <summary>A stateless call (<see cref="FunctionAttribute"/>).</summary>
    Function,

    /// <summary>A durable run that replays from its checkpoint.</summary>
    Workflow,

    /// <summary>A call that a model can choose.</summary>
    Tool,

    /// <summary>A durable conversation with a model.</summary>
    Agent,
}
