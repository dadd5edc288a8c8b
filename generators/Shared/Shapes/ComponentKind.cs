namespace Agnt5.Shared;

/// <summary>What a component attribute makes of a method.</summary>
internal enum ComponentKind
{
    Function,
    Workflow,
    Tool,
}
