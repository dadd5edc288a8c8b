namespace Agnt5.Shared;

/// <summary>What a component attribute makes of a method. The values are those of <c>Agnt5.ComponentType</c>, as referenced catalogs hold them.</summary>
internal enum ComponentKind
{
    Function,
    Workflow,
    Tool,
    Agent,
}
