using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The references from an agent's attribute to other code of the project.</summary>
/// <param name="Name">The agent's name on the wire.</param>
/// <param name="Tools">The wire names of the tools and agents that its model may call.</param>
/// <param name="Instructions">The method that gives its instructions, or <see langword="null"/>.</param>
internal sealed record AgentDeclaration(string Name, IReadOnlyList<string> Tools, IMethodSymbol? Instructions)
{
    /// <summary>The agents that a type declares, with or without a body.</summary>
    public static IEnumerable<AgentDeclaration> In(INamedTypeSymbol type, KnownSymbols known)
    {
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } method)
                foreach (var mark in ComponentMark.Of(method, known))
                    if (mark.Kind == ComponentKind.Agent)
                        yield return new(
                            mark.NameOf(method),
                            [.. AgentReference.Of(method, mark, AgentReference.Tools, known).Select(static tool => tool.Name)],
                            AgentInstructions.FindMethod(method, mark, known));
    }
}
