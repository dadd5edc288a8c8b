using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>What an agent's attribute says of other code of the project.</summary>
/// <param name="Name">The agent's name on the wire.</param>
/// <param name="Type">The class that declares it.</param>
/// <param name="Tools">What its model may call: methods of the same class, or names on the wire.</param>
/// <param name="InstructionsMethod">The method of the same class that gives its instructions, or <see langword="null"/>.</param>
internal sealed record AgentDeclaration(string Name, INamedTypeSymbol Type, IReadOnlyList<string> Tools, string? InstructionsMethod)
{
    /// <summary>The agents that a type declares, with or without a body.</summary>
    public static IEnumerable<AgentDeclaration> In(INamedTypeSymbol type, KnownSymbols known)
    {
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } method)
                foreach (var mark in ComponentMark.Of(method, known))
                    if (mark.Kind == ComponentKind.Agent)
                        yield return new(mark.NameOf(method), type, Texts(mark.Attribute, "Tools"), Texts(mark.Attribute, "InstructionsMethod").FirstOrDefault());
    }

    /// <summary>Whether the agent's model may call a tool.</summary>
    /// <param name="name">The tool's name on the wire.</param>
    public bool MayCall(IMethodSymbol tool, string name) =>
        Tools.Contains(name) || (Tools.Contains(tool.Name) && SymbolEqualityComparer.Default.Equals(tool.ContainingType, Type));

    private static ImmutableArray<string> Texts(AttributeData attribute, string argument)
    {
        foreach (var named in attribute.NamedArguments)
            if (named.Key == argument && !named.Value.IsNull)
                return named.Value.Kind == TypedConstantKind.Array ? [.. named.Value.Values.Select(static value => value.Value).OfType<string>()] : [.. new[] { named.Value.Value }.OfType<string>()];
        return [];
    }
}
