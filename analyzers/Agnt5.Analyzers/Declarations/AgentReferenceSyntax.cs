using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Declarations;

/// <summary>The location of a name among an agent's tools or handoffs.</summary>
internal static class AgentReferenceSyntax
{
    /// <summary>The name, or the whole list if the name is not written out.</summary>
    public static Location LocationOf(MarkedMethod agent, string property, int index, CancellationToken cancellationToken)
    {
        var argument = agent.Mark.Syntax(cancellationToken)?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);
        IReadOnlyList<SyntaxNode> items = argument?.Expression switch
        {
            CollectionExpressionSyntax list => list.Elements,
            ArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: var list } => list.Expressions,
            _ => [],
        };
        return index < items.Count ? items[index].GetLocation() : argument?.GetLocation() ?? agent.Method.Locations[0];
    }
}
