using Agnt5.Shared;

namespace Agnt5.Analyzers.Declarations;

/// <summary>The components that an agent can name: those of this project and of the assemblies it references.</summary>
internal sealed class ComponentTable(IReadOnlyList<NamedComponent> components)
{
    private readonly ILookup<string, ComponentKind> _kinds = components.ToLookup(static component => component.Name, static component => component.Kind, StringComparer.Ordinal);

    /// <summary>Finds the component that a name in one of an agent's lists means, or <see langword="null"/> when no component that fits the list has the name. A tool wins over an agent.</summary>
    public ComponentKind? Find(string property, string name) =>
        _kinds[name].Where(kind => AgentReference.CanBe(property, kind)).Select(static kind => (ComponentKind?)kind).Min();

    /// <summary>The kind of a component that has the name but does not fit the list, or <see langword="null"/> when no component has the name.</summary>
    public ComponentKind? FindOther(string name) => _kinds[name].Select(static kind => (ComponentKind?)kind).Min();

    /// <summary>The nearest name that fits one of an agent's lists.</summary>
    /// <param name="except">The agent's own name.</param>
    public string? FindNearest(string property, string written, string except) => NearestName.Find(
        written,
        [
            .. components
                .Where(component => AgentReference.CanBe(property, component.Kind) && component.Name != except)
                .Select(static component => new NamedThing(component.Name, component.MethodName))
                .Distinct(),
        ]);
}

/// <summary>A component by its name on the wire and in source.</summary>
internal readonly record struct NamedComponent(ComponentKind Kind, string Name, string MethodName);
