namespace Agnt5;

/// <summary>Names the component that a run is of: its type, and its name on the wire.</summary>
public readonly record struct RunTarget
{
    private RunTarget(string types, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Types = types;
        Name = name;
    }

    /// <summary>The name on the wire, such as <c>approve_order</c>.</summary>
    public string Name { get; }

    /// <summary>The type as paths name it: <c>workflows</c>.</summary>
    internal string Types { get; }

    /// <summary>Names a function.</summary>
    /// <param name="name">Its name on the wire.</param>
    public static RunTarget Function(string name) => new("functions", name);

    /// <summary>Names a workflow.</summary>
    /// <param name="name">Its name on the wire.</param>
    public static RunTarget Workflow(string name) => new("workflows", name);

    /// <summary>Names an agent.</summary>
    /// <param name="name">Its name on the wire.</param>
    public static RunTarget Agent(string name) => new("agents", name);

    /// <summary>Names a tool.</summary>
    /// <param name="name">Its name on the wire.</param>
    public static RunTarget Tool(string name) => new("tools", name);

    /// <summary>The type and the name: <c>workflow approve_order</c>.</summary>
    public override string ToString() => Types is null ? "no component" : $"{Types[..^1]} {Name}";
}
