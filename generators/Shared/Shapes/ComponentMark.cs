using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>One component attribute on a method.</summary>
internal readonly record struct ComponentMark(ComponentKind Kind, AttributeData Attribute)
{
    /// <summary>The component attributes of a method, in source order. A valid component has one.</summary>
    public static IEnumerable<ComponentMark> Of(IMethodSymbol method, KnownSymbols known)
    {
        foreach (var attribute in method.GetAttributes())
            if (KindOf(attribute.AttributeClass, known) is { } kind)
                yield return new(kind, attribute);
    }

    /// <summary>
    /// Whether a method counts as a component. A partial method counts once: at its defining part, with the attributes of both parts.
    /// </summary>
    public static bool IsComponent(IMethodSymbol method, KnownSymbols known) => method.PartialDefinitionPart is null && Of(method, known).Any();

    /// <summary>Whether a method is marked as an agent.</summary>
    public static bool IsAgent(IMethodSymbol method, KnownSymbols known) => Of(method, known).Any(static mark => mark.Kind == ComponentKind.Agent);

    /// <summary>The component's name on the wire.</summary>
    public string NameOf(IMethodSymbol method) => WrittenName ?? ComponentNames.DefaultName(method.Name);

    /// <summary>The name as it was written, or <see langword="null"/> when the method's name decides.</summary>
    public string? WrittenName => Attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string name }, ..] ? name : null;

    /// <summary>The attribute in source.</summary>
    public AttributeSyntax? Syntax(CancellationToken cancellationToken) =>
        Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    private static ComponentKind? KindOf(INamedTypeSymbol? attribute, KnownSymbols known) => attribute switch
    {
        null => null,
        _ when Same(attribute, known.WorkflowAttribute) => ComponentKind.Workflow,
        _ when Same(attribute, known.FunctionAttribute) => ComponentKind.Function,
        _ when Same(attribute, known.ToolAttribute) => ComponentKind.Tool,
        _ when Same(attribute, known.AgentAttribute) => ComponentKind.Agent,
        _ => null,
    };

    private static bool Same(ISymbol symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
