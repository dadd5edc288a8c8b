namespace Agnt5;

/// <summary>The base of the component attributes. Use <see cref="WorkflowAttribute"/>, <see cref="FunctionAttribute"/>, <see cref="ToolAttribute"/> or <see cref="AgentAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public abstract class ComponentAttribute : Attribute
{
    private protected ComponentAttribute(string? name) => Name = name;

    /// <summary>The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</summary>
    public string? Name { get; }

    /// <summary>The component's description for people and models. Default: the method's XML summary.</summary>
    public string? Description { get; set; }

    /// <summary>The component's static priority, emitted as <c>priority</c> (protocol section 2) when it is set.</summary>
    public int Priority { get; set; }

    /// <summary>How many invocations of the component AGNT5 runs at once, at least 1, emitted as <c>max_concurrency</c> (protocol section 2) when it is set.</summary>
    public int MaxConcurrency { get; set; }
}
