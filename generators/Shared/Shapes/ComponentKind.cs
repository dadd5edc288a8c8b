namespace Agnt5.Shared;

/// <summary>The kind of a component. The values are those of <c>Agnt5.ComponentType</c>, which referenced catalogs contain.</summary>
internal enum ComponentKind
{
    Function,
    Workflow,
    Tool,
    Agent,
}
