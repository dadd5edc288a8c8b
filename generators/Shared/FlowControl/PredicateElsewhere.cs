using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// A filter that is written as <c>nameof(Other.IsLarge)</c>. Its value is only the last name. Without a look at the source, a method of that name in the
/// workflow's class would be called instead.
/// </summary>
internal static class PredicateElsewhere
{
    /// <summary>The other class that declares the method in a filter, or <see langword="null"/>.</summary>
    /// <param name="workflow">The method that has the trigger.</param>
    /// <param name="filter">The argument as it was written.</param>
    public static INamedTypeSymbol? Find(IMethodSymbol workflow, AttributeArgumentSyntax? filter, Compilation compilation, CancellationToken cancellationToken)
    {
        if (filter?.Expression is not InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax named }],
            })
            return null;
        var found = compilation.GetSemanticModel(named.SyntaxTree).GetSymbolInfo(named, cancellationToken);
        var declaring = found.CandidateSymbols.Append(found.Symbol).Select(static symbol => symbol?.ContainingType).OfType<INamedTypeSymbol>().ToArray();
        return declaring.Contains(workflow.ContainingType, SymbolEqualityComparer.Default) ? null : declaring.FirstOrDefault();
    }
}
