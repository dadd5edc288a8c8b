using Agnt5.Shared;

namespace Agnt5.Analyzers.Declarations;

/// <summary>The components that an agent can name: those of this project and of the assemblies it references.</summary>
internal sealed class ComponentTable(IReadOnlyList<NamedComponent> components)
{
    private readonly ILookup<string, ComponentKind> _kinds = components.ToLookup(static component => component.Name, static component => component.Kind, StringComparer.Ordinal);

    /// <summary>What a name in one of an agent's lists means, or <see langword="null"/> when it names nothing that can be there. A tool goes before an agent.</summary>
    public ComponentKind? Find(string property, string name) =>
        _kinds[name].Where(kind => AgentReference.CanBe(property, kind)).Select(static kind => (ComponentKind?)kind).Min();

    /// <summary>What a name means that cannot be in the list, or <see langword="null"/> when there is no component of the name at all.</summary>
    public ComponentKind? FindOther(string name) => _kinds[name].Select(static kind => (ComponentKind?)kind).Min();

    /// <summary>The name in one of an agent's lists that was meant by another one.</summary>
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
